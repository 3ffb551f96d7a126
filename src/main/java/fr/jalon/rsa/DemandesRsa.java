package fr.jalon.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dispositif.faits.SituationCorrigee;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.dossier.FaitsModifies;
import fr.jalon.dossier.Ouverture;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.ResultatDepasse;
import fr.jalon.usager.FoyersProbables;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** RSA claims: what is declared, what the rules find, what is proposed, what the CAF decides. */
@Service
@Transactional
public class DemandesRsa {

    /** Code of the dispositif. */
    public static final String DISPOSITIF = "RSA";

    static final String ELIGIBILITE = "ELIGIBILITE";
    private static final String ESTIMATION = "ESTIMATION";

    private final DemandesRsaRepository demandes;
    private final LecteurDemande lecteur;
    private final EligibiliteDuFoyer eligibilite;
    private final SimulationRsa simulation;
    private final FaitsDesPieces faitsDesPieces;
    private final DelaisDesConditions delaisDesConditions;
    private final FoyerDeclare foyerDeclare;
    private final FoyersProbables foyers;
    private final Dossiers dossiers;
    private final Pieces pieces;
    private final Personnes personnes;
    private final FaitsDuDossier faits;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    DemandesRsa(
            DemandesRsaRepository demandes,
            LecteurDemande lecteur,
            EligibiliteDuFoyer eligibilite,
            SimulationRsa simulation,
            FaitsDesPieces faitsDesPieces,
            DelaisDesConditions delaisDesConditions,
            FoyerDeclare foyerDeclare,
            FoyersProbables foyers,
            Dossiers dossiers,
            Pieces pieces,
            Personnes personnes,
            FaitsDuDossier faits,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.demandes = demandes;
        this.lecteur = lecteur;
        this.eligibilite = eligibilite;
        this.simulation = simulation;
        this.faitsDesPieces = faitsDesPieces;
        this.delaisDesConditions = delaisDesConditions;
        this.foyerDeclare = foyerDeclare;
        this.foyers = foyers;
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.personnes = personnes;
        this.faits = faits;
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
        DemandeSimulation situation = lire(donnees, depot, personne.ageLe(depot));
        boolean regimeAgricole = lecteur.indicateur(donnees, "regimeAgricole");
        boolean c2sDemandee = lecteur.indicateur(donnees, "c2sDemandee");
        LocalDate saisine = lecteur.dateSaisine(donnees, depot);
        DossierVue dossier = dossiers.ouvrir(new Ouverture(DISPOSITIF, personne.id(), canal, depot, saisine, auteur));
        demandes.save(new DemandeRsa(dossier.id(), lecteur.ecrire(situation), regimeAgricole, c2sDemandee));
        pieces.etablir(dossier.id(), faitsDesPieces.de(situation), auteur);
        foyerDeclare.inscrire(personne.id(), lecteur.membres(donnees), auteur);
        direLeMemeFoyer(dossier, personne, auteur);
        dossiers.demarrer(dossier.id(), auteur);
        return dossiers.parId(dossier.id());
    }

    /** Two claims of one foyer are told to who instructs; nothing is refused on a likeness. */
    private void direLeMemeFoyer(DossierVue dossier, PersonneVue personne, Agent auteur) {
        for (FoyersProbables.Proche proche : foyers.de(personne)) {
            ouverte(proche.personne())
                    .ifPresent(autre -> dossiers.tracer(
                            dossier.id(),
                            "FOYER",
                            "Foyer à vérifier : une autre demande semble ouverte.",
                            memeFoyer(proche, autre, auteur),
                            auteur));
        }
    }

    /** Sentences about the other open claims of what seems to be the foyer of a person, for who receives a claim. */
    @Transactional(readOnly = true)
    public List<String> autresDemandesDuFoyer(UUID personneId, Agent lecteur) {
        return foyers.de(personnes.parId(personneId)).stream()
                .flatMap(proche -> ouverte(proche.personne()).map(d -> memeFoyer(proche, d, lecteur)).stream())
                .toList();
    }

    /** What to say of a likely member of the foyer who has an open claim; another antenne's number is not told. */
    public static String memeFoyer(FoyersProbables.Proche proche, DossierVue dossier, Agent lecteur) {
        return "Une demande est déjà ouverte pour " + proche.personne().nomComplet() + ", qui semble du même foyer ("
                + proche.raison() + ")"
                + (lecteur.portee().couvre(dossier.antenne()) ? " : " + dossier.numero() : ", dans une autre antenne")
                + ". Le RSA est un droit du foyer (CASF, art. L262-2) : une seule demande par foyer. Vérifiez.";
    }

    private Optional<DossierVue> ouverte(PersonneVue personne) {
        return dossiers.ouvertsDe(personne.id()).stream()
                .map((UUID id) -> dossiers.parId(id))
                .filter(d -> d.dispositif().equals(DISPOSITIF))
                .findFirst();
    }

    /**
     * Checks a claim as {@link #deposer} would, without writing: for the preview of an import.
     *
     * @param naissance birth date of the claimant
     * @throws SaisieInvalide with the path of each faulty field
     */
    @Transactional(readOnly = true)
    public void verifier(Naissance naissance, JsonNode donnees) {
        LocalDate depot = lecteur.dateDepot(donnees, horloge.aujourdhui());
        Naissance.Age age = naissance.ageLe(depot);
        List<ErreurChamp> erreurs = new ArrayList<>();
        essayer(erreurs, () -> dossiers.verifierDepot(DISPOSITIF, age, depot));
        essayer(erreurs, () -> lecteur.lire(donnees, depot, age.max()));
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    /**
     * Checks the situation alone, as it would be read, without writing.
     *
     * @param age of the claimant, in years
     * @throws SaisieInvalide with the path of each faulty field
     */
    public void verifierSituation(JsonNode donnees, LocalDate depot, int age) {
        lecteur.lire(donnees, depot, age);
    }

    private static void essayer(List<ErreurChamp> erreurs, Runnable controle) {
        try {
            controle.run();
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
        }
    }

    private DemandeSimulation lire(JsonNode donnees, LocalDate depot, Naissance.Age age) {
        return aLAge(lecteur.lire(donnees, depot, age.max()), age);
    }

    /**
     * The situation at the claimant's age. When the birth is known in part and both ages that it allows do not meet the same
     * conditions, the age stays unknown: the table then answers that it is to be asked (rule Rule_AgeACompleter), never yes nor no.
     */
    private DemandeSimulation aLAge(DemandeSimulation situation, Naissance.Age age) {
        DemandeSimulation jeune = situation.avecAgeDuDemandeur(age.min());
        return age.connu() || regles(jeune).equals(regles(situation.avecAgeDuDemandeur(age.max())))
                ? jeune
                : situation.avecAgeDuDemandeur(null);
    }

    private List<String> regles(DemandeSimulation situation) {
        return eligibilite.conditions(situation, 0).stream()
                .map(ConditionVerifiee::regle)
                .toList();
    }

    /** The claim of a dossier already checked, with its conditions as they stand today: a delay may have run out since they were kept. */
    @Transactional(readOnly = true)
    public DemandeRsaVue demande(UUID dossierId) {
        DemandeRsa demande = exiger(dossierId);
        if (!faits.passe(dossierId, ELIGIBILITE)) {
            return demande.vue(lecteur);
        }
        List<ConditionVerifiee> conditions = conditionsAujourdhui(demande);
        return demande.vue(lecteur, conditions, eligibilite.verdict(conditions));
    }

    /**
     * Corrects the declared situation while the claim is instructed; the pieces, the conditions and the estimate follow in the same
     * transaction, and a proposal already made is out of date.
     *
     * @param versionLue version of the facts that the author had on screen
     * @throws Conflit when the claim is on its way to the CAF, decided or ended, or when somebody else changed the facts meanwhile
     */
    public void corriger(UUID dossierId, JsonNode donnees, Integer versionLue, Agent auteur) {
        auteur.exiger(Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE);
        DossierVue dossier = dossiers.parId(dossierId, auteur);
        DemandeRsa demande = exiger(dossierId);
        refuserSiTropTard(dossier, demande);
        PersonneVue personne = personnes.parId(dossier.personneId());
        DemandeSimulation situation = lire(donnees, dossier.deposeLe(), personne.ageLe(dossier.deposeLe()));
        demande.changerSituation(lecteur.ecrire(situation));
        foyerDeclare.inscrire(dossier.personneId(), lecteur.membres(donnees), auteur);
        dossiers.tracer(dossierId, "SITUATION", "Situation déclarée corrigée.", auteur);
        faits.changer(dossierId, versionLue, "Situation déclarée corrigée.", auteur);
    }

    /** Whether the declared situation may still be corrected. */
    @Transactional(readOnly = true)
    public boolean corrigeable(UUID dossierId) {
        DossierVue dossier = dossiers.parId(dossierId);
        DemandeRsa demande = exiger(dossierId);
        return !dossier.clos() && dossier.etat() != EtatDossier.ATTENTE_CAF && !demande.decidee() && !demande.enRoute();
    }

    /** Version of the facts, for the form that corrects them. */
    @Transactional(readOnly = true)
    public int versionDesFaits(UUID dossierId) {
        return faits.version(dossierId);
    }

    private static void refuserSiTropTard(DossierVue dossier, DemandeRsa demande) {
        if (dossier.clos()) {
            throw new Conflit(
                    "Cette demande est terminée. Si la situation a changé, déposez une nouvelle demande à partir"
                            + " de celle-ci : ses réponses y sont reprises.");
        }
        if (dossier.etat() == EtatDossier.ATTENTE_CAF || demande.decidee()) {
            throw new Conflit("La CAF a déjà cette demande : signalez-lui le changement. Après sa décision, déposez une"
                    + " nouvelle demande à partir de celle-ci.");
        }
        if (demande.enRoute()) {
            throw new Conflit(
                    "La proposition est faite et la demande part : sa situation ne change plus ici. Signalez le"
                            + " changement à l'organisme qui décide.");
        }
    }

    /**
     * What the rules found follows the facts, in the transaction that changed them. A proposal, which somebody made, stays out of date:
     * its step asks again.
     */
    @EventListener
    void sur(FaitsModifies fait) {
        if (!DISPOSITIF.equals(fait.dispositif())) {
            return;
        }
        mettreAJour(fait.dossierId(), fait.auteur());
    }

    /** A delay of the law ran out: a condition may be unmet from today. */
    @EventListener
    void sur(ResultatDepasse fait) {
        if (DISPOSITIF.equals(fait.dispositif()) && ELIGIBILITE.equals(fait.resultat())) {
            verifierEligibilite(fait.dossierId());
            estimer(fait.dossierId());
            evenements.publishEvent(new ConditionsPassees(fait.dossierId()));
        }
    }

    /** Open claims whose conditions or estimate were found from other facts, or from none that is still declared. */
    @Transactional(readOnly = true)
    List<UUID> aMettreAJour() {
        return faits.perimes(DISPOSITIF, List.of(ELIGIBILITE, ESTIMATION));
    }

    /** Finds again the pieces, the conditions and the estimate from the facts as they stand; its path may have to ask again. */
    void mettreAJour(UUID dossierId, Agent auteur) {
        DossierVue dossier = dossiers.parId(dossierId);
        DemandeRsa demande = exiger(dossierId);
        Naissance.Age age = personnes.parId(dossier.personneId()).ageLe(dossier.deposeLe());
        DemandeSimulation situation = aLAge(lecteur.situation(demande.situation()), age);
        demande.changerSituation(lecteur.ecrire(situation));
        pieces.etablir(dossier.id(), faitsDesPieces.de(situation), auteur);
        if (demande.eligibilite() != null) {
            verifierEligibilite(dossier.id());
            estimer(dossier.id());
        }
        evenements.publishEvent(new SituationCorrigee(dossier.id(), auteur));
    }

    /**
     * Of which adult the conditions are kept, from which facts, and what is found for the other: today while they may still change, else
     * as they were found.
     */
    @Transactional(readOnly = true)
    public LectureDuFoyer lectureDuFoyer(UUID dossierId) {
        LocalDate jour = corrigeable(dossierId)
                ? horloge.aujourdhui()
                : faits.etabliLe(dossierId, ELIGIBILITE).orElseGet(horloge::aujourdhui);
        return eligibilite.lecture(
                lecteur.situation(exiger(dossierId).situation()), delaisDesConditions.moisDepuisDepot(dossierId, jour));
    }

    private List<ConditionVerifiee> conditionsAujourdhui(DemandeRsa demande) {
        return eligibilite.conditions(
                lecteur.situation(demande.situation()), delaisDesConditions.moisDepuisDepot(demande.getId()));
    }

    /** Checks the conditions for the whole foyer and keeps what was found. */
    public List<ConditionVerifiee> verifierEligibilite(UUID dossierId) {
        DemandeRsa demande = exiger(dossierId);
        List<ConditionVerifiee> conditions = conditionsAujourdhui(demande);
        Boolean eligible = eligibilite.verdict(conditions);
        demande.noterEligibilite(lecteur.ecrire(conditions), eligible);
        faits.etabli(dossierId, ELIGIBILITE);
        dossiers.tracer(dossierId, ELIGIBILITE, VerdictEnMots.de(conditions, eligible), Agent.JALON);
        return conditions;
    }

    /** Estimates the amount of the month of the claim and keeps how it was found. */
    public ResultatSimulation estimer(UUID dossierId) {
        DemandeRsa demande = exiger(dossierId);
        ResultatSimulation resultat = simulation.calculer(lecteur.situation(demande.situation()));
        demande.noterEstimation(lecteur.ecrire(resultat), resultat.montant());
        faits.etabli(dossierId, ESTIMATION);
        dossiers.tracer(
                dossierId, "ESTIMATION", "Montant estimé : " + montant(resultat.montant()) + " par mois.", Agent.JALON);
        return resultat;
    }

    /** Notes that the claim left for the CAF today. */
    public void noterTransmission(UUID dossierId) {
        exiger(dossierId).noterTransmission(horloge.aujourdhui());
        dossiers.noterAttente(dossierId, EtatDossier.ATTENTE_CAF);
        dossiers.tracer(dossierId, "TRANSMISSION", "Demande transmise à la CAF.", Agent.JALON);
    }

    /** Notes what was proposed at once to a person without resources. */
    public void noterSecours(UUID dossierId, String texte, Agent auteur) {
        exiger(dossierId).noterSecours(texte);
        dossiers.tracer(dossierId, "SECOURS", "Aide immédiate notée.", texte, auteur);
    }

    private DemandeRsa exiger(UUID dossierId) {
        return demandes.findById(dossierId).orElseThrow(() -> new Introuvable("Ce dossier n'a pas de demande de RSA."));
    }

    private static String montant(BigDecimal euros) {
        return fr.jalon.commun.Montant.de(euros).enFrancais();
    }
}
