package fr.jalon.mobilite;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.Preuve;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Ouverture;
import fr.jalon.financement.PlanDeFinancement;
import fr.jalon.financement.Plans;
import fr.jalon.usager.SuiviDesPersonnes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Aids to mobility, from the request to the last payment (domaine, section 3.4). Credit is committed before any letter grants the aid; who
 * instructs never decides; a step is paid once, on proof.
 */
@Service
@Transactional
public class DemandesMobilite {

    /** First letters of its dossiers. */
    public static final String DISPOSITIF = "MOB";

    /** Kind of its lines in the history. */
    static final String NATURE = "AIDE_MOBILITE";

    private final AidesMobiliteRepository repository;
    private final AidesMobilite regles;
    private final EtapesDeLAide etapes;
    private final CatalogueDecisions catalogue;
    private final Dossiers dossiers;
    private final SuiviDesPersonnes suivi;
    private final Depenses depenses;
    private final CreditsMobilite credits;
    private final Devis devis;
    private final Plans plans;
    private final Horloge horloge;
    private final ObjectMapper json;

    DemandesMobilite(
            AidesMobiliteRepository repository,
            AidesMobilite regles,
            EtapesDeLAide etapes,
            CatalogueDecisions catalogue,
            Dossiers dossiers,
            SuiviDesPersonnes suivi,
            Depenses depenses,
            CreditsMobilite credits,
            Devis devis,
            Plans plans,
            Horloge horloge,
            ObjectMapper json) {
        this.repository = repository;
        this.regles = regles;
        this.etapes = etapes;
        this.catalogue = catalogue;
        this.dossiers = dossiers;
        this.suivi = suivi;
        this.depenses = depenses;
        this.credits = credits;
        this.devis = devis;
        this.plans = plans;
        this.horloge = horloge;
        this.json = json;
    }

    /**
     * Opens a request and starts its path.
     *
     * @throws SaisieInvalide on {@code nature}
     * @throws fr.jalon.commun.Introuvable when the caller does not follow this person
     * @throws fr.jalon.dossier.DossierDejaOuvert when the person already has one under way
     */
    public DossierVue demander(UUID personneId, Canal canal, String nature, String besoin, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE, Role.ACCUEIL, Role.INSTRUCTEUR);
        suivi.exiger(personneId, auteur);
        if (nature == null || !catalogue.valeurs(ControleAide.BAREME, "nature").contains(nature)) {
            throw new SaisieInvalide("nature", "Choisissez une aide de la liste.");
        }
        DossierVue dossier =
                dossiers.ouvrir(new Ouverture(DISPOSITIF, personneId, canal, horloge.aujourdhui(), auteur));
        repository.save(new AideMobilite(dossier.id(), nature, besoin));
        dossiers.demarrer(dossier.id(), auteur);
        return dossiers.parId(dossier.id());
    }

    @Transactional(readOnly = true)
    public AideVue aide(UUID dossierId) {
        AideMobilite aide = exiger(dossierId);
        return aide.vue(lire(aide.demande(), AideDemandee.class), lire(aide.proposition(), AideProposee.class));
    }

    /** The chosen quote beside the network's prices; empty until it is instructed, or when it is no school's. */
    @Transactional(readOnly = true)
    public Optional<DevisCompare> devisCompare(UUID dossierId) {
        return Optional.ofNullable(aide(dossierId).instruction()).flatMap(devis::comparer);
    }

    /** Computes what the rules propose, and keeps it with the facts that it rests on. */
    public AideProposee instruire(UUID dossierId, Instruction instruction, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        AideMobilite aide = exiger(dossierId);
        devis.verifier(instruction);
        AideProposee calculee = regles.proposer(instruction.demande());
        AideProposee proposee =
                devis.manque(instruction).map(calculee::avecAConfirmer).orElse(calculee);
        aide.instruire(
                instruction,
                json.writeValueAsString(instruction.demande()),
                json.writeValueAsString(proposee),
                auteur.identifiant(),
                horloge.maintenant());
        dossiers.tracer(
                dossierId,
                NATURE,
                "Aide calculée : " + new Montant(proposee.montant()).enFrancais() + ". " + proposee.raisonDecideur(),
                auteur);
        return proposee;
    }

    /**
     * Notes what was decided.
     *
     * @throws Interdit when it is who instructed the request
     * @throws SaisieInvalide on {@code montant} or {@code motif}
     */
    public void decider(UUID dossierId, DecisionAide decision, Agent auteur) {
        AideVue vue = aide(dossierId);
        auteur.exiger(
                AideProposee.RESPONSABLE.equals(vue.proposition().decideur())
                        ? Role.RESPONSABLE_ANTENNE
                        : Role.RESPONSABLE_DISPOSITIFS);
        if (auteur.identifiant().equals(vue.instruitePar())) {
            throw new Interdit("Vous avez instruit cette demande : une autre personne en décide.");
        }
        ControleDeLaDecision.verifier(decision, vue, plan(vue).demandeAuCcas(), horloge.aujourdhui());
        exiger(dossierId).decider(decision, auteur.identifiant(), horloge.maintenant());
        dossiers.tracer(
                dossierId,
                NATURE,
                switch (decision.sens()) {
                    case ACCORD -> "Aide accordée : " + Centimes.enFrancais(decision.montant()) + ".";
                    case REFUS -> "Aide refusée.";
                    case A_COMPLETER -> "Un complément est demandé avant de décider.";
                },
                auteur);
    }

    /**
     * Commits the credit of an aid that was granted. Somebody may take the last credit meanwhile: the step is then tried again, and sees it.
     *
     * @return whether the envelope had enough
     */
    public boolean engager(UUID dossierId) {
        AideVue vue = aide(dossierId);
        if (vue.etat() == EtatAide.ENGAGEE) {
            return true;
        }
        CreditDeLAide credit = credits.de(vue.nature());
        if (!credits.suffit(credit, vue)) {
            dossiers.tracer(
                    dossierId,
                    NATURE,
                    credit.ouverte()
                            ? "Crédit insuffisant : rien n'est engagé."
                            : "L'enveloppe " + credit.enveloppe() + " n'est pas ouverte : rien n'est engagé.",
                    Agent.JALON);
            return false;
        }
        CreditsMobilite.Pris pris =
                credits.engager(credit, vue, dossiers.parId(dossierId).numero());
        exiger(dossierId).engager(pris.reservation(), pris.engagement());
        dossiers.tracer(dossierId, NATURE, "Crédit engagé sous le numéro " + pris.engagement() + ".", Agent.JALON);
        return true;
    }

    /** What the envelope of an aid holds today. */
    @Transactional(readOnly = true)
    public CreditDeLAide credit(UUID dossierId) {
        return credits.de(exiger(dossierId).nature());
    }

    /** Every step of an aid that was granted, done or to come; none before. */
    @Transactional(readOnly = true)
    public List<EtapeSuivie> suivi(UUID dossierId) {
        AideVue vue = aide(dossierId);
        return vue.suivi().engagement() == null
                ? List.of()
                : etapes.suivies(
                        dossierId, etapes.toutes(vue.nature(), vue.decision().montant()));
    }

    /** Steps that are still to come, with what each pays. */
    @Transactional(readOnly = true)
    public List<EtapePayee> aVenir(UUID dossierId) {
        AideVue vue = aide(dossierId);
        List<String> faites = etapes.faites(dossierId);
        return etapes.toutes(vue.nature(), vue.decision().montant()).stream()
                .filter(e -> !faites.contains(e.code()))
                .toList();
    }

    /**
     * A step is done: its service is certified, the finances order its payment.
     *
     * @return whether it was the last one
     */
    public boolean franchir(UUID dossierId, String etape, String preuve, Agent auteur) {
        auteur.exiger(Role.ALI, Role.RESPONSABLE_ANTENNE);
        List<EtapePayee> aVenir = aVenir(dossierId);
        EtapePayee franchie = aVenir.stream()
                .filter(e -> e.code().equals(etape))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("etapeAide", "Choisissez une étape qui reste à faire."));
        long service = depenses.certifier(
                exiger(dossierId).engagement(),
                franchie.centimes(),
                new Preuve(Preuve.Sorte.TEXTE, preuve),
                auteur.identifiant());
        etapes.noter(dossierId, franchie, preuve, service, auteur.identifiant());
        dossiers.tracer(
                dossierId,
                NATURE,
                "Étape franchie : " + franchie.libelle() + ", " + Centimes.enFrancais(franchie.centimes())
                        + " à payer.",
                auteur);
        return aVenir.size() == 1;
    }

    /**
     * Ends an aid and gives back what was not used.
     *
     * @return cents that are free again
     */
    public long finir(UUID dossierId, String resultat, Agent auteur) {
        AideMobilite aide = exiger(dossierId);
        if (!aide.engagee()) {
            return 0;
        }
        long rendu = depenses.solder(aide.engagement(), auteur.identifiant());
        aide.finir(resultat);
        if (rendu > 0) {
            dossiers.tracer(
                    dossierId, NATURE, Centimes.enFrancais(rendu) + " non utilisés sont rendus à l'enveloppe.", auteur);
        }
        return rendu;
    }

    /** Cents that the person pays herself, once the aid is granted. */
    @Transactional(readOnly = true)
    public long resteALaPersonne(UUID dossierId) {
        AideVue vue = aide(dossierId);
        PlanDeFinancement plan = plan(vue);
        Montant accorde = new Montant(Centimes.enEuros(vue.decision().montant()));
        return plan.cout()
                .moins(plan.autresFinanceurs())
                .moins(accorde)
                .euros()
                .movePointRight(2)
                .longValueExact();
    }

    /** The plan of an aid that is instructed: who pays what. */
    @Transactional(readOnly = true)
    public PlanDeFinancement plan(AideVue vue) {
        AideDemandee demande = vue.instruction().demande();
        return plans.resoudre(Centimes.lire("cout", demande.cout()), demande.plan());
    }

    private AideMobilite exiger(UUID dossierId) {
        return repository
                .findById(dossierId)
                .orElseThrow(() -> new Introuvable("Ce dossier n'est pas une aide à la mobilité."));
    }

    private <T> T lire(String ecrit, Class<T> type) {
        return ecrit == null ? null : json.readValue(ecrit, type);
    }
}
