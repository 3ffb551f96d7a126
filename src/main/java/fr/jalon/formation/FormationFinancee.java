package fr.jalon.formation;

import fr.jalon.commun.Conflit;
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

/** One request for a training, from what is asked to what was paid. A call out of order is refused here. */
@Entity
class FormationFinancee implements Persistable<UUID> {

    @Id
    private UUID dossierId;

    @Enumerated(EnumType.STRING)
    private EtatFormation etat = EtatFormation.DEMANDEE;

    private String demande;
    private String proposition;
    private String monteePar;

    @Enumerated(EnumType.STRING)
    private AvisTechnique.Sens avis;

    private String avisMotif;
    private String avisPar;
    private Instant avisLe;

    @Enumerated(EnumType.STRING)
    private DecisionFormation.Sens decision;

    private Long accorde;
    private String motif;
    private String question;
    private String procesVerbal;
    private LocalDate seance;
    private String decideePar;
    private Instant decideeLe;
    private String caiInformee;

    @Column
    private UUID reservation;

    private String engagement;
    private String arret;

    @Version
    private Integer version;

    protected FormationFinancee() {}

    FormationFinancee(UUID dossierId, String demande, String proposition, String auteur) {
        this.dossierId = dossierId;
        this.demande = demande;
        this.proposition = proposition;
        this.monteePar = auteur;
    }

    /** A postponed request is completed: its former opinion and decision hold no more. */
    void completer(String completee, String proposee, String auteur) {
        exiger(EtatFormation.AJOURNEE);
        this.demande = completee;
        this.proposition = proposee;
        this.monteePar = auteur;
        this.avis = null;
        this.decision = null;
        this.etat = EtatFormation.DEMANDEE;
    }

    void aviser(AvisTechnique donne, String proposee) {
        exiger(EtatFormation.DEMANDEE);
        this.proposition = proposee;
        this.avis = donne.sens();
        this.avisMotif = donne.motif();
        this.avisPar = donne.auteur();
        this.avisLe = donne.le();
        this.etat = EtatFormation.AVISEE;
    }

    void decider(DecisionFormation d, String auteur, Instant quand) {
        exiger(EtatFormation.AVISEE);
        this.decision = d.sens();
        this.accorde = d.montant();
        this.motif = d.motif();
        this.question = d.question();
        this.procesVerbal = d.procesVerbal();
        this.seance = d.seance();
        this.decideePar = auteur;
        this.decideeLe = quand;
        this.etat = switch (d.sens()) {
            case ACCORD -> EtatFormation.ACCORDEE;
            case AJOURNEMENT -> EtatFormation.AJOURNEE;
            case REFUS -> EtatFormation.REFUSEE;
        };
    }

    void engager(UUID quelleReservation, String numero) {
        exiger(EtatFormation.ACCORDEE);
        this.reservation = quelleReservation;
        this.engagement = numero;
        this.etat = EtatFormation.ENGAGEE;
    }

    void changerDates(String changee) {
        exiger(EtatFormation.ENGAGEE);
        this.demande = changee;
    }

    void informerLaCai(String numero) {
        this.caiInformee = numero;
    }

    void finir() {
        exiger(EtatFormation.ENGAGEE);
        this.etat = EtatFormation.FINIE;
    }

    void arreter(String raison) {
        exiger(EtatFormation.ENGAGEE);
        this.arret = raison;
    }

    private void exiger(EtatFormation permis) {
        if (etat != permis) {
            throw new Conflit("Cette demande est " + etat.libelle() + " : rechargez le dossier.");
        }
    }

    boolean engagee() {
        return etat == EtatFormation.ENGAGEE;
    }

    String engagement() {
        return engagement;
    }

    String demande() {
        return demande;
    }

    String proposition() {
        return proposition;
    }

    FormationVue vue(DemandeFormation lue, PropositionFormation proposee) {
        return new FormationVue(
                dossierId,
                arret != null && etat == EtatFormation.FINIE ? EtatFormation.ARRETEE : etat,
                lue,
                proposee,
                monteePar,
                avis == null ? null : new AvisTechnique(avis, avisMotif, avisPar, avisLe),
                decision == null
                        ? null
                        : new DecisionFormation(decision, accorde, motif, question, procesVerbal, seance),
                new FormationVue.Suite(decideePar, decideeLe, engagement, caiInformee, arret));
    }

    @Override
    public UUID getId() {
        return dossierId;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
