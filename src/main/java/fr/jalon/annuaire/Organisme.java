package fr.jalon.annuaire;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Access(AccessType.FIELD)
@BatchSize(size = 100)
class Organisme {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private String code;
    private String nom;
    private String nature;
    private String presentation;
    private String site;
    private String source;
    private LocalDate confirmeLe;

    @Column
    private String recherche;

    @ElementCollection
    @CollectionTable(name = "organisme_lieu", joinColumns = @JoinColumn(name = "organisme_id"))
    @OrderColumn(name = "rang")
    @BatchSize(size = 100)
    private List<Lieu> lieux = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "organisme_poste", joinColumns = @JoinColumn(name = "organisme_id"))
    @OrderColumn(name = "rang")
    @BatchSize(size = 100)
    private List<Poste> postes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "organisme_quartier", joinColumns = @JoinColumn(name = "organisme_id"))
    @Column(name = "quartier")
    @BatchSize(size = 100)
    private Set<String> quartiers = new TreeSet<>();

    @ElementCollection
    @CollectionTable(name = "organisme_langue", joinColumns = @JoinColumn(name = "organisme_id"))
    @Column(name = "langue")
    @BatchSize(size = 100)
    private Set<String> langues = new TreeSet<>();

    @Version
    private int version;

    protected Organisme() {}

    Organisme(String code, FicheOrganisme fiche, String source, LocalDate confirmeLe, String nature) {
        this.code = code;
        this.source = source;
        remplacer(fiche, confirmeLe, nature);
    }

    /** @param libelleNature words of its kind, which a search finds too */
    final void remplacer(FicheOrganisme fiche, LocalDate jour, String libelleNature) {
        this.nom = fiche.nom();
        this.nature = fiche.nature();
        this.presentation = fiche.presentation();
        this.site = fiche.site();
        this.confirmeLe = jour;
        Listes.remplacer(lieux, fiche.lieux());
        Listes.remplacer(postes, fiche.postes());
        Listes.remplacer(quartiers, fiche.quartiers());
        Listes.remplacer(langues, fiche.langues());
        StringBuilder mots = new StringBuilder(nom).append(' ').append(presentation == null ? "" : presentation);
        lieux.forEach(l -> mots.append(' ').append(l.nom()));
        mots.append(' ').append(libelleNature).append(' ').append(code);
        this.recherche = FormeDeRecherche.de(mots.toString(), 3000);
    }

    void confirmer(LocalDate jour) {
        this.confirmeLe = jour;
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    String nom() {
        return nom;
    }

    String nature() {
        return nature;
    }

    int version() {
        return version;
    }

    List<Lieu> lieux() {
        return lieux;
    }

    OrganismeRef ref() {
        return new OrganismeRef(id, code, nom);
    }

    OrganismeVue vue(LocalDate seuil) {
        return new OrganismeVue(
                id,
                code,
                nom,
                nature,
                presentation,
                site,
                Listes.quartiers(quartiers),
                List.copyOf(new TreeSet<>(langues)),
                List.copyOf(lieux),
                List.copyOf(postes),
                source,
                confirmeLe,
                confirmeLe.isBefore(seuil),
                version);
    }
}
