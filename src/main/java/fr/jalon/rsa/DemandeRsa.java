package fr.jalon.rsa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
class DemandeRsa implements Persistable<UUID> {

    @Id
    private UUID dossierId;

    private String situation;
    private boolean regimeAgricole;
    private boolean c2sDemandee;
    private String eligibilite;
    private Boolean eligible;
    private String estimation;

    @Column
    private BigDecimal montantEstime;

    @Enumerated(EnumType.STRING)
    private Proposition proposition;

    private boolean derogation;
    private String motifProposition;
    private String motifsProposition;
    private String proposeePar;
    private Instant proposeeLe;
    private Boolean rejetValide;
    private String rejetValidePar;
    private String motifValidation;
    private LocalDate transmiseLe;

    @Enumerated(EnumType.STRING)
    private DecisionCaf.Sens decisionCaf;

    private LocalDate decisionCafLe;
    private BigDecimal montantCaf;
    private LocalDate effetCafLe;
    private String referenceDecisionCaf;
    private String motifsCaf;
    private String motifCaf;
    private String secours;

    @Version
    private Integer version;

    protected DemandeRsa() {}

    DemandeRsa(UUID dossierId, String situation, boolean regimeAgricole, boolean c2sDemandee) {
        this.dossierId = dossierId;
        this.situation = situation;
        this.regimeAgricole = regimeAgricole;
        this.c2sDemandee = c2sDemandee;
    }

    void changerSituation(String nouvelle) {
        this.situation = nouvelle;
    }

    void noterEligibilite(String conditions, Boolean eligible) {
        this.eligibilite = conditions;
        this.eligible = eligible;
    }

    void noterEstimation(String resultat, BigDecimal montant) {
        this.estimation = resultat;
        this.montantEstime = montant;
    }

    void proposer(PropositionFaite faite, boolean derogation, boolean c2s, String auteur, Instant quand) {
        this.proposition = faite.proposition();
        this.derogation = derogation;
        this.motifsProposition = joints(faite.motifs());
        this.motifProposition = faite.precision();
        this.c2sDemandee = c2s;
        this.proposeePar = auteur;
        this.proposeeLe = quand;
        this.rejetValide = null;
        this.rejetValidePar = null;
        this.motifValidation = null;
    }

    void validerRejet(boolean valide, String motif, String auteur) {
        this.rejetValide = valide;
        this.motifValidation = motif;
        this.rejetValidePar = auteur;
    }

    void noterTransmission(LocalDate jour) {
        this.transmiseLe = jour;
    }

    void noterDecisionCaf(DecisionCaf decision) {
        this.decisionCaf = decision.sens();
        this.decisionCafLe = decision.date();
        this.referenceDecisionCaf = decision.reference();
        this.montantCaf = decision.montant();
        this.effetCafLe = decision.dateEffet();
        this.motifsCaf = joints(decision.motifs());
        this.motifCaf = decision.precision();
    }

    private static String joints(List<String> codes) {
        return codes.isEmpty() ? null : String.join(",", codes);
    }

    private static List<String> separes(String codes) {
        return codes == null ? List.of() : List.of(codes.split(","));
    }

    /** The proposal is made and nothing more is asked: the claim is on its way. */
    boolean enRoute() {
        return proposition == Proposition.FAVORABLE
                || proposition == Proposition.AUTRE_DROIT
                || (proposition == Proposition.DEFAVORABLE && Boolean.TRUE.equals(rejetValide));
    }

    boolean decidee() {
        return decisionCaf != null;
    }

    void noterSecours(String texte) {
        this.secours = texte;
    }

    String situation() {
        return situation;
    }

    String eligibilite() {
        return eligibilite;
    }

    String estimation() {
        return estimation;
    }

    Boolean eligible() {
        return eligible;
    }

    String proposeePar() {
        return proposeePar;
    }

    @Override
    public UUID getId() {
        return dossierId;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    /** The claim without its JSON parts, which the service reads. */
    DemandeRsaVue vue(LecteurDemande lecteur) {
        return vue(lecteur, lecteur.conditions(eligibilite), eligible);
    }

    /** The same, with other conditions than those kept. */
    DemandeRsaVue vue(LecteurDemande lecteur, List<ConditionVerifiee> conditions, Boolean verdict) {
        return new DemandeRsaVue(
                dossierId,
                lecteur.situation(situation),
                regimeAgricole,
                c2sDemandee,
                conditions,
                verdict,
                lecteur.estimation(estimation),
                proposition,
                derogation,
                separes(motifsProposition),
                motifProposition,
                proposeePar,
                proposeeLe,
                rejetValide,
                rejetValidePar,
                motifValidation,
                transmiseLe,
                decisionCaf == null
                        ? null
                        : new DecisionCaf(
                                decisionCaf,
                                decisionCafLe,
                                referenceDecisionCaf,
                                montantCaf,
                                effetCafLe,
                                separes(motifsCaf),
                                motifCaf),
                secours);
    }
}
