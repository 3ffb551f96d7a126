package fr.jalon.sanction;

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
class Manquement implements Persistable<UUID> {

    @Id
    private UUID dossierId;

    private UUID personneId;
    private UUID origineId;
    private String referent;
    private String nature;
    private LocalDate dateFaits;
    private String faits;
    private String foyer;

    @Enumerated(EnumType.STRING)
    private Rang rang;

    @Enumerated(EnumType.STRING)
    private Sanction sanctionEnvisagee;

    private Integer tauxEnvisage;
    private Integer moisEnvisages;
    private boolean avisDemande;
    private String constatePar;
    private Instant constateLe;
    private LocalDate informeeLe;
    private LocalDate finObservations;
    private String observations;
    private String observationsMode;
    private LocalDate observationsLe;
    private String assistance;
    private boolean observationsFermes;
    private String avis;
    private String avisMotif;
    private LocalDate avisSeance;

    @Enumerated(EnumType.STRING)
    private DecisionSanction decision;

    @Enumerated(EnumType.STRING)
    private Sanction sanction;

    private Integer taux;
    private Integer mois;
    private LocalDate debut;
    private LocalDate debutEffectif;
    private LocalDate fin;
    private String motif;
    private String decideePar;
    private Instant decideeLe;
    private LocalDate enRegleLe;
    private String enRegleMotif;

    private String motifInterne;
    private Boolean radiation;

    @Column
    private String retourSuite;

    @Enumerated(EnumType.STRING)
    private SuiteSuppression finSuite;

    @Column
    private String finSuiteMotif;

    @Column
    private String finSuitePar;

    @Column
    private Instant finSuiteLe;

    @Version
    private Integer version;

    protected Manquement() {}

    Manquement(UUID dossierId, UUID personneId, UUID origineId, String referent) {
        this.dossierId = dossierId;
        this.personneId = personneId;
        this.origineId = origineId;
        this.referent = referent;
    }

    /** Said again, what is contemplated is another sanction: an opinion given on the former one is none on it. */
    void constater(Constat c, Rang quelRang, String auteur, Instant quand) {
        this.avis = null;
        this.avisMotif = null;
        this.avisSeance = null;
        this.nature = c.nature();
        this.dateFaits = c.dateFaits();
        this.faits = c.faits();
        this.foyer = c.foyer();
        this.rang = quelRang;
        this.sanctionEnvisagee = c.sanction();
        this.tauxEnvisage = c.taux();
        this.moisEnvisages = c.mois();
        this.avisDemande = c.avisDemande();
        this.constatePar = auteur;
        this.constateLe = quand;
    }

    /** A letter is written: what the person said of a former one does not shorten the time that this one gives. */
    void informer(LocalDate jour) {
        this.informeeLe = jour;
        this.finObservations = null;
        this.observationsFermes = false;
    }

    void noterRetour(String suite) {
        this.retourSuite = suite;
    }

    void recevoir(Observations o) {
        this.observations = o.texte();
        this.observationsMode = o.mode();
        this.observationsLe = o.jour();
        this.assistance = o.assistance();
        this.observationsFermes = o.fermes();
    }

    void noterAvis(AvisEquipe a) {
        this.avis = a.code();
        this.avisMotif = a.motif();
        this.avisSeance = a.seance();
    }

    void decider(ChoixSanction c, String auteur, Instant quand) {
        this.decision = c.decision();
        this.sanction = c.sanction();
        this.taux = c.taux();
        this.mois = c.mois();
        this.debut = c.debut();
        this.debutEffectif = null;
        this.fin = c.debut() == null ? null : c.debut().plusMonths(c.mois());
        this.radiation = c.radiation();
        this.motif = c.decision().tranche() ? c.motif() : null;
        this.motifInterne = c.decision().tranche() ? motifInterne : c.motif();
        this.decideePar = auteur;
        this.decideeLe = quand;
        if (c.foyer() != null) {
            this.foyer = c.foyer();
        }
    }

    /** Its facts changed before the letter left: nothing is decided. */
    void oublierLaDecision() {
        this.decision = null;
        this.sanction = null;
        this.taux = null;
        this.mois = null;
        this.debut = null;
        this.debutEffectif = null;
        this.fin = null;
        this.radiation = null;
        this.motif = null;
        this.decideePar = null;
        this.decideeLe = null;
    }

    /**
     * The decision is received: nothing runs before.
     *
     * @return whether the sanction begins on another day than known until now
     */
    boolean commencer(LocalDate recueLe) {
        if (debut == null) {
            return false;
        }
        LocalDate jour = recueLe.isAfter(debut) ? recueLe : debut;
        if (jour.equals(debutEffectif == null ? debut : debutEffectif)) {
            return false;
        }
        this.debutEffectif = jour;
        this.fin = jour.plusMonths(mois);
        return true;
    }

    void finirSuppression(SuiteSuppression suite, String raison, String auteur, Instant quand) {
        this.finSuite = suite;
        this.finSuiteMotif = raison;
        this.finSuitePar = auteur;
        this.finSuiteLe = quand;
    }

    void mettreEnRegle(LocalDate jour, String raison) {
        this.enRegleLe = jour;
        this.enRegleMotif = raison;
    }

    /** @param lettre what the letter before became, null when nothing is known of it */
    ManquementVue vue(Reception lettre) {
        return new ManquementVue(
                dossierId,
                personneId,
                origineId,
                referent,
                nature == null
                        ? null
                        : new Constat(
                                nature,
                                dateFaits,
                                faits,
                                foyer,
                                sanctionEnvisagee,
                                tauxEnvisage,
                                moisEnvisages,
                                avisDemande),
                rang,
                constatePar,
                constateLe,
                informeeLe,
                lettre == null ? new Reception(informeeLe, false, false, finObservations) : lettre,
                observations == null
                        ? null
                        : new Observations(
                                observationsMode, observationsLe, observations, assistance, observationsFermes),
                avis == null ? null : new AvisEquipe(avis, avisMotif, avisSeance),
                decision == null
                        ? null
                        : new ChoixSanction(
                                decision,
                                sanction,
                                taux,
                                mois,
                                debutEffectif == null ? debut : debutEffectif,
                                foyer,
                                radiation,
                                motif),
                fin,
                decideePar,
                decideeLe,
                enRegleLe,
                enRegleMotif,
                motifInterne,
                finSuite);
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
