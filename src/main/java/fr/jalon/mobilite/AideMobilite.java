package fr.jalon.mobilite;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Siret;
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

/** One aid, from what the person needs to what was paid. A call out of order is refused here. */
@Entity
class AideMobilite implements Persistable<UUID> {

    @Id
    private UUID dossierId;

    @Enumerated(EnumType.STRING)
    private EtatAide etat = EtatAide.DEMANDEE;

    private String nature;
    private String besoin;
    private String organisme;
    private String siret;
    private UUID autoEcole;
    private LocalDate dateDevis;
    private Integer heuresDevis;
    private Long coutSecondDevis;
    private String secondOrganisme;
    private String raisonDuChoix;
    private String demande;
    private String proposition;
    private String instruitePar;

    @Column
    private Instant instruiteLe;

    @Enumerated(EnumType.STRING)
    private DecisionAide.Sens decision;

    private Long accorde;
    private String motif;
    private String complement;
    private String decideePar;
    private Instant decideeLe;
    private String procesVerbal;
    private LocalDate seance;

    @Column
    private UUID reservation;

    private String engagement;
    private String resultat;
    private String ratificationPv;
    private LocalDate ratificationSeance;
    private String reserves;

    @Version
    private Integer version;

    protected AideMobilite() {}

    AideMobilite(UUID dossierId, String nature, String besoin) {
        this.dossierId = dossierId;
        this.nature = nature;
        this.besoin = besoin;
    }

    /** Also after a decision asked for more: what was decided before is no decision any more. */
    void instruire(Instruction instruction, String demandeEcrite, String proposee, String auteur, Instant quand) {
        exiger(EtatAide.DEMANDEE, EtatAide.INSTRUITE);
        this.nature = instruction.demande().nature();
        noter(instruction.devis());
        noter(instruction.second());
        this.demande = demandeEcrite;
        this.proposition = proposee;
        this.instruitePar = auteur;
        this.instruiteLe = quand;
        this.decision = null;
        this.etat = EtatAide.INSTRUITE;
    }

    private void noter(Instruction.DevisChoisi devis) {
        this.organisme = devis.organisme();
        this.siret = devis.siret().numero();
        this.autoEcole = devis.autoEcole();
        this.dateDevis = devis.date();
        this.heuresDevis = devis.heures();
    }

    private void noter(Instruction.SecondDevis second) {
        this.coutSecondDevis = second == null ? null : second.cout();
        this.secondOrganisme = second == null ? null : second.organisme();
        this.raisonDuChoix = second == null ? null : second.raisonDuChoix();
    }

    private Instruction instruction(AideDemandee lue) {
        return new Instruction(
                lue,
                new Instruction.DevisChoisi(organisme, new Siret(siret), dateDevis, autoEcole, heuresDevis, false),
                coutSecondDevis == null
                        ? null
                        : new Instruction.SecondDevis(secondOrganisme, coutSecondDevis, raisonDuChoix));
    }

    void decider(DecisionAide d, String auteur, Instant quand) {
        exiger(EtatAide.INSTRUITE);
        this.decision = d.sens();
        this.accorde = d.montant();
        this.motif = d.motif();
        this.complement = d.complement();
        this.procesVerbal = d.procesVerbal();
        this.seance = d.seance();
        this.decideePar = auteur;
        this.decideeLe = quand;
        this.etat = switch (d.sens()) {
            case ACCORD -> EtatAide.ACCORDEE;
            case REFUS -> EtatAide.REFUSEE;
            case A_COMPLETER -> EtatAide.DEMANDEE;
        };
    }

    void engager(UUID quelleReservation, String numero) {
        exiger(EtatAide.ACCORDEE);
        this.reservation = quelleReservation;
        this.engagement = numero;
        this.etat = EtatAide.ENGAGEE;
    }

    void finir(String ceQuElleADonne) {
        exiger(EtatAide.ENGAGEE);
        this.resultat = ceQuElleADonne;
        this.etat = EtatAide.FINIE;
    }

    /** What the session said of an urgent decision, once. */
    void ratifier(AidesUrgentes.Ratification dite) {
        if (ratificationPv != null) {
            throw new Conflit("La CAI s’est déjà prononcée sur cette aide : rechargez le dossier.");
        }
        this.ratificationPv = dite.procesVerbal();
        this.ratificationSeance = dite.seance();
        this.reserves = dite.reserves();
    }

    AidesUrgentes.Ratification ratification() {
        return ratificationPv == null
                ? null
                : new AidesUrgentes.Ratification(ratificationPv, ratificationSeance, reserves);
    }

    private void exiger(EtatAide... permis) {
        for (EtatAide possible : permis) {
            if (etat == possible) {
                return;
            }
        }
        throw new Conflit("Cette aide est " + etat.libelle() + " : rechargez le dossier.");
    }

    boolean engagee() {
        return etat == EtatAide.ENGAGEE;
    }

    String nature() {
        return nature;
    }

    String engagement() {
        return engagement;
    }

    String decideePar() {
        return decideePar;
    }

    String demande() {
        return demande;
    }

    String proposition() {
        return proposition;
    }

    AideVue vue(AideDemandee lue, AideProposee proposee) {
        return new AideVue(
                dossierId,
                etat,
                nature,
                besoin,
                lue == null ? null : instruction(lue),
                proposee,
                instruitePar,
                decision == null ? null : new DecisionAide(decision, accorde, motif, complement, procesVerbal, seance),
                new AideVue.Suivi(decideePar, decideeLe, engagement, resultat));
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
