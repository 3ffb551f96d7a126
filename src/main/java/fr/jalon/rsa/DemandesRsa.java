package fr.jalon.rsa;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.Ouverture;
import fr.jalon.dossier.Pieces;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** RSA claims: what is declared, what the rules find, what is proposed, what the CAF decides. */
@Service
@Transactional
public class DemandesRsa {

    /** Code of the dispositif. */
    public static final String DISPOSITIF = "RSA";

    private final DemandesRsaRepository demandes;
    private final LecteurDemande lecteur;
    private final EligibiliteDuFoyer eligibilite;
    private final SimulationRsa simulation;
    private final FaitsDesPieces faitsDesPieces;
    private final Dossiers dossiers;
    private final Pieces pieces;
    private final Personnes personnes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    DemandesRsa(
            DemandesRsaRepository demandes,
            LecteurDemande lecteur,
            EligibiliteDuFoyer eligibilite,
            SimulationRsa simulation,
            FaitsDesPieces faitsDesPieces,
            Dossiers dossiers,
            Pieces pieces,
            Personnes personnes,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.demandes = demandes;
        this.lecteur = lecteur;
        this.eligibilite = eligibilite;
        this.simulation = simulation;
        this.faitsDesPieces = faitsDesPieces;
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.personnes = personnes;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * Files a claim: checks it, opens the dossier, computes its pieces, starts its path; all or nothing.
     *
     * @param donnees the declared situation, as in the simulation of the public contract, with {@code regimeAgricole},
     *     {@code c2sDemandee} and {@code dateDepot} beside it; the ages come from the birth date for the claimant
     * @throws SaisieInvalide with the path of each faulty field
     * @throws fr.jalon.dossier.DossierDejaOuvert when a claim is already open
     */
    public DossierVue deposer(UUID personneId, Canal canal, JsonNode donnees, Agent auteur) {
        PersonneVue personne = personnes.parId(personneId);
        LocalDate depot = lecteur.dateDepot(donnees, horloge.aujourdhui());
        int age = personne.ageLe(depot);
        DemandeSimulation situation = lecteur.lire(donnees, depot, age);
        boolean regimeAgricole = lecteur.indicateur(donnees, "regimeAgricole");
        boolean c2sDemandee = lecteur.indicateur(donnees, "c2sDemandee");
        DossierVue dossier = dossiers.ouvrir(new Ouverture(DISPOSITIF, personneId, canal, depot, auteur));
        demandes.save(new DemandeRsa(dossier.id(), lecteur.ecrire(situation), regimeAgricole, c2sDemandee));
        pieces.etablir(dossier.id(), faitsDesPieces.de(situation), auteur);
        dossiers.demarrer(dossier.id(), auteur);
        return dossiers.parId(dossier.id());
    }

    /**
     * Checks a claim as {@link #deposer} would, without writing: for the preview of an import.
     *
     * @param naissance birth date of the claimant
     * @throws SaisieInvalide with the path of each faulty field
     */
    @Transactional(readOnly = true)
    public void verifier(LocalDate naissance, JsonNode donnees) {
        LocalDate depot = lecteur.dateDepot(donnees, horloge.aujourdhui());
        int age = Period.between(naissance, depot).getYears();
        List<ErreurChamp> erreurs = new ArrayList<>();
        essayer(erreurs, () -> dossiers.verifierDepot(DISPOSITIF, age, depot));
        essayer(erreurs, () -> lecteur.lire(donnees, depot, age));
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    private static void essayer(List<ErreurChamp> erreurs, Runnable controle) {
        try {
            controle.run();
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
        }
    }

    /** The claim of a dossier already checked. */
    @Transactional(readOnly = true)
    public DemandeRsaVue demande(UUID dossierId) {
        return exiger(dossierId).vue(lecteur);
    }

    /** Corrects the declared situation while the claim is instructed; the pieces follow. */
    public void corriger(UUID dossierId, JsonNode donnees, Agent auteur) {
        auteur.exiger(Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE);
        DossierVue dossier = dossiers.parId(dossierId, auteur);
        if (dossier.clos() || dossier.etat() == EtatDossier.ATTENTE_CAF) {
            throw new Conflit("La demande est déjà transmise ou terminée : sa situation ne change plus.");
        }
        PersonneVue personne = personnes.parId(dossier.personneId());
        DemandeSimulation situation = lecteur.lire(donnees, dossier.deposeLe(), personne.ageLe(dossier.deposeLe()));
        exiger(dossierId).changerSituation(lecteur.ecrire(situation));
        pieces.etablir(dossierId, faitsDesPieces.de(situation), auteur);
        dossiers.tracer(dossierId, "SITUATION", "Situation déclarée corrigée.", auteur);
    }

    /** Facts of the claimant for the table {@code eligibilite-rsa}. */
    @Transactional(readOnly = true)
    public Map<String, Object> faitsDuDemandeur(UUID dossierId) {
        return eligibilite.faitsDuDemandeur(lecteur.situation(exiger(dossierId).situation()));
    }

    /** Checks the conditions for the whole foyer and keeps what was found. */
    public List<ConditionVerifiee> verifierEligibilite(UUID dossierId) {
        DemandeRsa demande = exiger(dossierId);
        List<ConditionVerifiee> conditions = eligibilite.conditions(lecteur.situation(demande.situation()));
        boolean eligible = EligibiliteRsa.estEligible(conditions);
        demande.noterEligibilite(lecteur.ecrire(conditions), eligible);
        dossiers.tracer(
                dossierId,
                "ELIGIBILITE",
                eligible
                        ? "Règles : toutes les conditions sont remplies."
                        : "Règles : une condition n'est pas remplie.",
                Agent.JALON);
        return conditions;
    }

    /** Estimates the amount of the month of the claim and keeps how it was found. */
    public ResultatSimulation estimer(UUID dossierId) {
        DemandeRsa demande = exiger(dossierId);
        ResultatSimulation resultat = simulation.simuler(lecteur.situation(demande.situation()));
        demande.noterEstimation(lecteur.ecrire(resultat), resultat.montant());
        dossiers.tracer(
                dossierId, "ESTIMATION", "Montant estimé : " + montant(resultat.montant()) + " par mois.", Agent.JALON);
        return resultat;
    }

    /**
     * Proposes a decision. Departing from the rules, a rejection or another right needs a written reason.
     *
     * @throws SaisieInvalide on {@code motif}
     */
    public void proposer(UUID dossierId, Proposition proposition, String motif, boolean c2s, Agent auteur) {
        DemandeRsa demande = exiger(dossierId);
        boolean derogation = Boolean.TRUE.equals(demande.eligible()) != (proposition == Proposition.FAVORABLE);
        String raison = Textes.ouNull(motif);
        if (raison == null && (derogation || proposition != Proposition.FAVORABLE)) {
            throw new SaisieInvalide(
                    "motif",
                    derogation
                            ? "Vous vous écartez du résultat des règles : écrivez pourquoi."
                            : "Écrivez le motif : la personne le lira.");
        }
        demande.proposer(proposition, derogation, raison, c2s, auteur.identifiant(), horloge.maintenant());
        dossiers.tracer(
                dossierId,
                "PROPOSITION",
                "Proposition " + proposition.libelle().toLowerCase(java.util.Locale.FRENCH)
                        + (derogation ? ", en s'écartant des règles" : "")
                        + (raison == null ? "." : " : " + raison),
                auteur);
    }

    /**
     * Validates or sends back a proposed rejection.
     *
     * @throws Conflit when the validator is the author of the proposal
     */
    public void validerRejet(UUID dossierId, boolean valide, String motif, Agent auteur) {
        auteur.exiger(Role.RESPONSABLE_ANTENNE);
        DemandeRsa demande = exiger(dossierId);
        if (auteur.identifiant().equals(demande.proposeePar())) {
            throw new Conflit("Vous avez proposé ce rejet : un autre responsable doit le valider.");
        }
        demande.validerRejet(valide, motif, auteur.identifiant());
        dossiers.tracer(
                dossierId, "VALIDATION_REJET", (valide ? "Rejet validé : " : "Rejet refusé : ") + motif, auteur);
    }

    /** Notes that the claim left for the CAF today. */
    public void noterTransmission(UUID dossierId) {
        exiger(dossierId).noterTransmission(horloge.aujourdhui());
        dossiers.noterAttente(dossierId, EtatDossier.ATTENTE_CAF);
        dossiers.tracer(dossierId, "TRANSMISSION", "Demande transmise à la CAF.", Agent.JALON);
    }

    /**
     * Notes the CAF's decision.
     *
     * @throws SaisieInvalide on {@code date}, {@code montant} or {@code motif}
     */
    public void enregistrerDecisionCaf(UUID dossierId, DecisionCaf decision, Agent auteur) {
        verifierDecisionCaf(dossierId, decision);
        BigDecimal montant = decision.montant();
        exiger(dossierId).noterDecisionCaf(decision);
        dossiers.noterAttente(dossierId, EtatDossier.EN_INSTRUCTION);
        dossiers.tracer(
                dossierId,
                "DECISION_CAF",
                decision.sens() == DecisionCaf.Sens.ACCORD
                        ? "La CAF accorde le RSA : " + montant(montant) + " par mois."
                        : "La CAF rejette la demande : " + decision.motif(),
                auteur);
    }

    /**
     * Checks the CAF's decision without writing it.
     *
     * @throws SaisieInvalide on {@code date}, {@code montant} or {@code motif}
     */
    @Transactional(readOnly = true)
    public void verifierDecisionCaf(UUID dossierId, DecisionCaf decision) {
        DossierVue dossier = dossiers.parId(dossierId);
        if (decision.date() == null
                || decision.date().isAfter(horloge.aujourdhui())
                || decision.date().isBefore(dossier.deposeLe())) {
            throw new SaisieInvalide("date", "Indiquez une date entre le dépôt de la demande et aujourd'hui.");
        }
        BigDecimal montant = decision.montant();
        if (decision.sens() == DecisionCaf.Sens.ACCORD && (montant == null || montant.signum() <= 0)) {
            throw new SaisieInvalide("montant", "Indiquez le montant mensuel accordé.");
        }
        if (decision.sens() == DecisionCaf.Sens.REJET && Textes.ouNull(decision.motif()) == null) {
            throw new SaisieInvalide("motif", "Recopiez le motif donné par la CAF : la personne le lira.");
        }
    }

    /** The CAF's decision arrived by a file: notes it and ends the step that waits for it. */
    public void recevoirDecisionCaf(UUID dossierId, DecisionCaf decision, Agent auteur) {
        enregistrerDecisionCaf(dossierId, decision, auteur);
        evenements.publishEvent(new DecisionCafRecue(dossierId, decision.sens(), auteur));
    }

    /** Notes what was proposed at once to a person without resources. */
    public void noterSecours(UUID dossierId, String texte, Agent auteur) {
        exiger(dossierId).noterSecours(texte);
        dossiers.tracer(dossierId, "SECOURS", "Aide immédiate : " + texte + ".", auteur);
    }

    private DemandeRsa exiger(UUID dossierId) {
        return demandes.findById(dossierId).orElseThrow(() -> new Introuvable("Ce dossier n'a pas de demande de RSA."));
    }

    private static String montant(BigDecimal euros) {
        return fr.jalon.commun.Montant.de(euros).enFrancais();
    }
}
