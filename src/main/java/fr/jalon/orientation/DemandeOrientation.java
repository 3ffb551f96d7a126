package fr.jalon.orientation;

import fr.jalon.commun.Horloge;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
class DemandeOrientation implements Persistable<UUID> {

    @Id
    private UUID dossierId;

    private UUID origineId;
    private LocalDate connueLe;
    private String situation;
    private String proposition;

    @Enumerated(EnumType.STRING)
    private Parcours parcours;

    private String organisme;
    private String referent;
    private String referentPartenaire;
    private boolean ecart;
    private String motif;
    private String confirmeePar;
    private Instant confirmeeLe;

    @Enumerated(EnumType.STRING)
    @Column(name = "decidee_par")
    private Decideur decideur;

    private LocalDate decideeLe;
    private LocalDate sixSemainesLe;
    private Instant rendezVous;
    private String lieu;
    private int absences;
    private LocalDate rencontreeLe;
    private LocalDate premiereConfirmationLe;
    private LocalDate premiereRencontreLe;
    private LocalDate bilanLe;
    private String bilanRaison;

    @Enumerated(EnumType.STRING)
    private Sortie sortie;

    private String motifSortie;
    private String connu;
    private String aRelire;
    private String avisEquipe;
    private String avisEquipeMotif;
    private LocalDate avisEquipeLe;

    @Version
    private Integer version;

    protected DemandeOrientation() {}

    DemandeOrientation(UUID dossierId, UUID origineId, LocalDate connueLe, String situation) {
        this.dossierId = dossierId;
        this.origineId = origineId;
        this.connueLe = connueLe;
        this.situation = situation;
    }

    void situer(String reponses) {
        this.situation = reponses;
        this.proposition = null;
        this.aRelire = null;
    }

    /** What the claim says, so that only a change of it is one. */
    void connaitre(String faits) {
        this.connu = faits;
    }

    /** Answers that the claim contradicts follow it. */
    void corriger(String reponses) {
        this.situation = reponses;
    }

    void aRelire(String cause) {
        this.aRelire = cause;
    }

    String connu() {
        return connu;
    }

    String aRelire() {
        return aRelire;
    }

    Decideur decideur() {
        return decideur;
    }

    Sortie sortie() {
        return sortie;
    }

    void proposer(String resultat) {
        this.proposition = resultat;
    }

    void confirmer(ConfirmationOrientation c, boolean ecart, String auteur, Instant quand) {
        this.parcours = c.parcours();
        this.organisme = c.organisme();
        this.referent = c.referent();
        this.referentPartenaire = c.referentPartenaire();
        this.decideur = c.decideur();
        this.decideeLe = c.decideeLe();
        this.ecart = ecart;
        this.motif = c.motif();
        this.confirmeePar = auteur;
        this.confirmeeLe = quand;
        if (premiereConfirmationLe == null) {
            this.premiereConfirmationLe = quand.atZone(Horloge.PARIS).toLocalDate();
        }
        fixerRendezVous(c.rendezVous(), c.lieu());
        this.absences = 0;
        this.rencontreeLe = null;
    }

    /** The decision is taken back: nothing of it is left, but the situation and the proposal. */
    void annulerLaConfirmation() {
        if (confirmeeLe != null
                && premiereConfirmationLe != null
                && premiereConfirmationLe.equals(
                        confirmeeLe.atZone(Horloge.PARIS).toLocalDate())) {
            this.premiereConfirmationLe = null;
        }
        this.parcours = null;
        this.organisme = null;
        this.referent = null;
        this.referentPartenaire = null;
        this.decideur = null;
        this.decideeLe = null;
        this.ecart = false;
        this.motif = null;
        this.confirmeePar = null;
        this.confirmeeLe = null;
        fixerRendezVous(null, null);
        this.absences = 0;
    }

    void nommerReferent(String nom) {
        this.referentPartenaire = nom;
    }

    /** @return whether it was not known yet */
    boolean constaterSixSemaines(LocalDate jour) {
        boolean nouveau = sixSemainesLe == null && premiereConfirmationLe == null;
        if (nouveau) {
            this.sixSemainesLe = jour;
        }
        return nouveau;
    }

    void fixerRendezVous(Instant quand, String ou) {
        this.rendezVous = quand;
        this.lieu = ou;
    }

    int noterAbsence() {
        return ++absences;
    }

    void noterAvisEquipe(AvisEquipe a) {
        this.avisEquipe = a == null ? null : a.code();
        this.avisEquipeMotif = a == null ? null : a.motif();
        this.avisEquipeLe = a == null ? null : a.seance();
    }

    void reprendreLesRendezVous() {
        this.absences = 0;
    }

    void noterRencontre(LocalDate jour) {
        this.rencontreeLe = jour;
        if (premiereRencontreLe == null) {
            this.premiereRencontreLe = jour;
        }
    }

    void prevoirBilan(LocalDate jour, String raison) {
        this.bilanLe = jour;
        this.bilanRaison = raison;
    }

    void sortir(Sortie sortie, String motif) {
        this.sortie = sortie;
        this.motifSortie = motif;
    }

    LocalDate connueLe() {
        return connueLe;
    }

    String organisme() {
        return organisme;
    }

    String referent() {
        return referent;
    }

    LocalDate rencontreeLe() {
        return rencontreeLe;
    }

    Instant confirmeeLe() {
        return confirmeeLe;
    }

    String situation() {
        return situation;
    }

    String proposition() {
        return proposition;
    }

    LocalDate bilanLe() {
        return bilanLe;
    }

    Parcours parcours() {
        return parcours;
    }

    Instant rendezVous() {
        return rendezVous;
    }

    @Override
    public UUID getId() {
        return dossierId;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    /** The request with its two JSON parts already read. */
    DemandeOrientationVue vue(java.util.Map<String, Object> reponses, PropositionOrientation resultat) {
        return new DemandeOrientationVue(
                dossierId,
                origineId,
                connueLe,
                reponses,
                resultat,
                parcours,
                organisme,
                referent,
                referentPartenaire,
                ecart,
                motif,
                confirmeePar,
                confirmeeLe,
                rendezVous,
                lieu,
                absences,
                decideur,
                decideeLe,
                sixSemainesLe,
                rencontreeLe,
                bilanLe,
                bilanRaison,
                sortie,
                motifSortie,
                avisEquipe == null ? null : new AvisEquipe(avisEquipe, avisEquipeMotif, avisEquipeLe));
    }
}
