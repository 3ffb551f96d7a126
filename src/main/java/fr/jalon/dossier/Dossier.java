package fr.jalon.dossier;

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
class Dossier {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private String numero;
    private String dispositif;
    private UUID personneId;
    private String antenne;

    @Enumerated(EnumType.STRING)
    private Canal canal;

    @Enumerated(EnumType.STRING)
    private EtatDossier etat;

    @Enumerated(EnumType.STRING)
    private Issue issue;

    private String etape;
    private boolean urgent;
    private String motifUrgence;
    private LocalDate deposeLe;
    private LocalDate saisiLe;
    private LocalDate cible;
    private LocalDate limite;
    private LocalDate suspenduDepuis;
    private String motifSuspension;
    private int joursSuspendus;
    private int joursOuvresSuspendus;
    private LocalDate limiteSuspendueDepuis;
    private LocalDate limiteSuspendueJusqu;
    private int joursLimiteSuspendue;
    private boolean prolonge;
    private Instant creeLe;
    private String creePar;
    private Instant closLe;

    @Version
    private int version;

    protected Dossier() {}

    Dossier(String numero, Ouverture ouverture, String antenne, Instant maintenant) {
        this.numero = numero;
        this.dispositif = ouverture.dispositif();
        this.personneId = ouverture.personneId();
        this.antenne = antenne;
        this.canal = ouverture.canal();
        this.etat = EtatDossier.EN_INSTRUCTION;
        this.deposeLe = ouverture.deposeLe();
        this.saisiLe = ouverture.saisiLe();
        this.creeLe = maintenant;
        this.creePar = ouverture.auteur().identifiant();
    }

    HorlogeLegale horloge() {
        HorlogeLegale.Suspension legale = limiteSuspendueDepuis == null
                ? null
                : new HorlogeLegale.Suspension(limiteSuspendueDepuis, limiteSuspendueJusqu);
        return new HorlogeLegale(
                cible, limite, suspenduDepuis, joursSuspendus, joursOuvresSuspendus, legale, joursLimiteSuspendue);
    }

    void regler(HorlogeLegale horloge) {
        this.cible = horloge.cible();
        this.limite = horloge.limite();
        this.suspenduDepuis = horloge.suspendueDepuis();
        this.joursSuspendus = horloge.joursSuspendus();
        this.joursOuvresSuspendus = horloge.joursOuvresSuspendus();
        this.limiteSuspendueDepuis =
                horloge.legale() == null ? null : horloge.legale().depuis();
        this.limiteSuspendueJusqu =
                horloge.legale() == null ? null : horloge.legale().jusqua();
        this.joursLimiteSuspendue = horloge.joursLimiteSuspendue();
    }

    void suspendre(LocalDate jour, String motif, EtatDossier attente) {
        regler(horloge().suspendre(jour));
        this.motifSuspension = motif;
        this.etat = attente;
    }

    void reprendre(LocalDate jour) {
        regler(horloge().reprendre(jour));
        this.motifSuspension = null;
        this.etat = EtatDossier.EN_INSTRUCTION;
    }

    void attendre(EtatDossier attente) {
        this.etat = attente;
    }

    void rendreUrgent(String motif) {
        this.urgent = true;
        this.motifUrgence = motif;
    }

    void prolonger() {
        this.prolonge = true;
    }

    void passerA(String autreAntenne) {
        this.antenne = autreAntenne;
    }

    void noterEtape(String libelle) {
        this.etape = libelle;
    }

    void clore(Issue issue, Instant maintenant) {
        this.etat = EtatDossier.CLOS;
        this.issue = issue;
        this.closLe = maintenant;
        this.etape = null;
        this.suspenduDepuis = null;
        this.limiteSuspendueDepuis = null;
        this.limiteSuspendueJusqu = null;
        this.motifSuspension = null;
    }

    UUID id() {
        return id;
    }

    UUID personneId() {
        return personneId;
    }

    String dispositif() {
        return dispositif;
    }

    String antenne() {
        return antenne;
    }

    boolean clos() {
        return etat == EtatDossier.CLOS;
    }

    boolean prolonge() {
        return prolonge;
    }

    boolean urgent() {
        return urgent;
    }

    LocalDate deposeLe() {
        return deposeLe;
    }

    DossierVue vue() {
        return new DossierVue(
                id,
                numero,
                dispositif,
                personneId,
                antenne,
                canal,
                etat,
                issue,
                etape,
                urgent,
                motifUrgence,
                deposeLe,
                saisiLe,
                horloge(),
                motifSuspension,
                prolonge,
                creeLe,
                creePar,
                closLe,
                version);
    }
}
