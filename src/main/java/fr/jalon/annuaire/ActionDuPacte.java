package fr.jalon.annuaire;

import fr.jalon.annuaire.Nomenclature.Objectif;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.UuidGenerator;

/** A row of the plan: an intention of the pact, and what becomes of it (Pacte rennais d'insertion 2017-2021, p. 12 to 33). */
@Entity
@Access(AccessType.FIELD)
@Table(name = "action_du_pacte")
class ActionDuPacte {

    private static final int RECHERCHE_MAX = 8000;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private String code;
    private String objectif;
    private int levier;
    private String objectifOperationnel;
    private String titre;
    private String pilote;
    private String partenaires;
    private String origine;
    private String page;
    private LocalDate echeance;

    @Enumerated(EnumType.STRING)
    private EtatAction etat;

    private String preuve;
    private String bilanMiParcours;
    private String bilanFinal;

    @Column
    private String recherche;

    @Version
    private int version;

    protected ActionDuPacte() {}

    ActionDuPacte(String code) {
        this.code = code;
    }

    void remplacer(FicheAction fiche, Objectif but, Nomenclature mots) {
        this.titre = fiche.titre();
        this.objectif = but.code();
        this.levier = but.levier();
        this.objectifOperationnel = fiche.objectifOperationnel();
        this.pilote = fiche.pilote();
        this.partenaires = fiche.partenaires();
        this.origine = fiche.origine();
        this.page = fiche.page();
        this.echeance = fiche.echeance();
        this.etat = fiche.etat();
        this.preuve = fiche.preuve();
        this.bilanMiParcours = fiche.bilanMiParcours();
        this.bilanFinal = fiche.bilanFinal();
        String textes = Stream.of(
                        titre,
                        objectifOperationnel,
                        but.libelle(),
                        mots.leviers().get(levier - 1).court(),
                        pilote,
                        partenaires,
                        code)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        this.recherche = FormeDeRecherche.de(textes, RECHERCHE_MAX);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    int version() {
        return version;
    }

    FicheAction fiche() {
        return new FicheAction(
                titre,
                objectif,
                objectifOperationnel,
                pilote,
                partenaires,
                origine,
                page,
                echeance,
                etat,
                preuve,
                bilanMiParcours,
                bilanFinal);
    }

    ActionVue vue(List<ActionVue.OffreLiee> offres, Nomenclature mots) {
        return new ActionVue(
                id,
                code,
                mots.objectif(objectif).orElseGet(() -> new Objectif(objectif, levier, false, objectif)),
                fiche(),
                offres,
                version);
    }
}
