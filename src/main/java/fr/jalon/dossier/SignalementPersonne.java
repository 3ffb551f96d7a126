package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
class SignalementPersonne {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private UUID personneId;

    @Enumerated(EnumType.STRING)
    private NatureSignalement nature;

    @Enumerated(EnumType.STRING)
    private EtatSignalement etat;

    @Column
    private String cleOuverte;

    private Instant signaleLe;
    private String signalePar;
    private String antenneGuichet;
    private LocalDate jour;
    private String valeur;
    private String preuve;
    private String reference;
    private Instant confirmeLe;
    private String confirmePar;
    private LocalDate effetLe;

    @Column
    private Instant closLe;

    @Column
    private String closPar;

    private String motif;

    @Version
    private int version;

    protected SignalementPersonne() {}

    SignalementPersonne(
            UUID personneId,
            NatureSignalement nature,
            LocalDate jour,
            String valeur,
            Agent auteur,
            Instant maintenant) {
        this.personneId = personneId;
        this.nature = nature;
        this.etat = EtatSignalement.SIGNALE;
        // Each agreement is a news of its own; a death or a move is one at a time
        this.cleOuverte =
                nature == NatureSignalement.ACCORD_RETIRE ? UUID.randomUUID().toString() : nature.name();
        this.signaleLe = maintenant;
        this.signalePar = auteur.identifiant();
        this.antenneGuichet = auteur.antenne();
        this.jour = jour;
        this.valeur = valeur;
    }

    void confirmer(LocalDate le, String preuveVue, String referenceVue, LocalDate effet, Agent auteur, Instant quand) {
        this.jour = le;
        this.preuve = preuveVue;
        this.reference = referenceVue;
        this.effetLe = effet;
        this.confirmeLe = quand;
        this.confirmePar = auteur.identifiant();
        this.etat = EtatSignalement.CONFIRME;
    }

    void finir(EtatSignalement fin, String pourquoi, Agent auteur, Instant quand) {
        this.etat = fin;
        this.motif = pourquoi;
        this.closLe = quand;
        this.closPar = auteur.identifiant();
        this.cleOuverte = null;
    }

    EtatSignalement etat() {
        return etat;
    }

    NatureSignalement nature() {
        return nature;
    }

    UUID personneId() {
        return personneId;
    }

    LocalDate jour() {
        return jour;
    }

    UUID id() {
        return id;
    }

    SignalementPersonneVue vue() {
        return new SignalementPersonneVue(
                id,
                personneId,
                nature,
                etat,
                signaleLe,
                signalePar,
                antenneGuichet,
                jour,
                valeur,
                preuve,
                reference,
                confirmeLe,
                confirmePar,
                effetLe,
                motif,
                version);
    }
}
