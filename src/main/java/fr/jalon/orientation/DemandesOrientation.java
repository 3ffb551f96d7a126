package fr.jalon.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DelaisLegaux;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.dossier.FaitsModifies;
import fr.jalon.dossier.Ouverture;
import fr.jalon.dossier.ResultatDepasse;
import fr.jalon.dossier.ResultatPerime;
import fr.jalon.usager.Personnes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Requests for an orientation: what is known, what the tables propose, what is decided, how the first meeting goes. */
@Service
@Transactional
public class DemandesOrientation {

    /** Code of the dispositif, and first letters of its dossiers. */
    public static final String DISPOSITIF = "ORI";

    /** Never known from a claim: it is there only when somebody gathered the situation. */
    private static final String QUESTION_DECISIVE = "situationEmploi";

    /** Results that rest on the facts of the dossier: what the tables propose, what a professional decided from it. */
    static final String PROPOSITION = "PROPOSITION";

    static final String ORIENTATION = "ORIENTATION";

    /** An answer that says nothing. */
    private static final String INCONNU = "NSP";

    /** The organisation that accompanies by its own référents. */
    private static final String CCAS = "CCAS";

    private final DemandesOrientationRepository demandes;
    private final Orientations orientations;
    private final Raisonnement raisonnement;
    private final AgesDesOrientations ages;
    private final ControleSituation controle;
    private final DelaiBilan delaiBilan;
    private final ParametresOrientation parametres;
    private final AgendaReferents agenda;
    private final FaitsDuDossier faits;
    private final Dossiers dossiers;
    private final DelaisLegaux delais;
    private final Personnes personnes;
    private final Horloge horloge;
    private final ObjectMapper json;
    private final ApplicationEventPublisher evenements;

    DemandesOrientation(
            DemandesOrientationRepository demandes,
            Orientations orientations,
            Raisonnement raisonnement,
            AgesDesOrientations ages,
            ControleSituation controle,
            DelaiBilan delaiBilan,
            ParametresOrientation parametres,
            AgendaReferents agenda,
            FaitsDuDossier faits,
            Dossiers dossiers,
            DelaisLegaux delais,
            Personnes personnes,
            Horloge horloge,
            ObjectMapper json,
            ApplicationEventPublisher evenements) {
        this.demandes = demandes;
        this.orientations = orientations;
        this.raisonnement = raisonnement;
        this.ages = ages;
        this.controle = controle;
        this.delaiBilan = delaiBilan;
        this.parametres = parametres;
        this.agenda = agenda;
        this.faits = faits;
        this.dossiers = dossiers;
        this.delais = delais;
        this.personnes = personnes;
        this.horloge = horloge;
        this.json = json;
        this.evenements = evenements;
    }

    /**
     * Opens a request and starts its path.
     *
     * @param origineId dossier that asks for it, or null
     * @param connueLe day on which the open right was known; the legal clock starts there
     * @param situation answers already known, by field name of {@code recueillir-situation}
     * @throws fr.jalon.dossier.DossierDejaOuvert when a request is already open for this person
     */
    public DossierVue ouvrir(
            UUID personneId,
            UUID origineId,
            Canal canal,
            LocalDate connueLe,
            Map<String, Object> situation,
            Agent auteur) {
        DossierVue dossier = dossiers.ouvrir(new Ouverture(DISPOSITIF, personneId, canal, connueLe, auteur));
        DemandeOrientation demande = new DemandeOrientation(dossier.id(), origineId, connueLe, ecrire(situation));
        if (origineId != null) {
            demande.connaitre(ecrire(situation));
        }
        demandes.save(demande);
        dossiers.demarrer(dossier.id(), auteur);
        return dossiers.parId(dossier.id());
    }

    /** The request of a dossier already checked. */
    @Transactional(readOnly = true)
    public DemandeOrientationVue demande(UUID dossierId) {
        DemandeOrientation d = exiger(dossierId);
        return d.vue(reponses(d), proposition(d));
    }

    /**
     * Keeps the answers of the form; a former proposal no longer holds.
     *
     * @throws SaisieInvalide on each answer that contradicts another
     */
    public void situer(UUID dossierId, Map<String, Object> reponses, Agent auteur) {
        List<ErreurChamp> contradictions = controle.fautes(
                reponses,
                personnes.parId(dossiers.parId(dossierId).personneId()).ageLe(horloge.aujourdhui()));
        if (!contradictions.isEmpty()) {
            throw new SaisieInvalide(contradictions);
        }
        exiger(dossierId).situer(ecrire(reponses));
        faits.changer(dossierId, null, "Situation recueillie avec la personne.", auteur);
        dossiers.tracer(dossierId, "SITUATION", "Situation recueillie avec la personne.", auteur);
    }

    /** Whether the situation was gathered before the dossier was opened: nobody is asked twice (CRPA, art. L113-12). */
    @Transactional(readOnly = true)
    public boolean situationRecueillie(UUID dossierId) {
        return reponses(exiger(dossierId)).get(QUESTION_DECISIVE) != null;
    }

    /** Facts for the tables, by input name. */
    @Transactional(readOnly = true)
    public Map<String, Object> faits(UUID dossierId) {
        return faitsDe(dossierId).entrees();
    }

    /** Evaluates the tables, keeps the proposal and its reasons. */
    public PropositionOrientation proposer(UUID dossierId) {
        PropositionOrientation p = raisonnement.proposer(faitsDe(dossierId));
        exiger(dossierId).proposer(ecrire(p));
        faits.etabli(dossierId, PROPOSITION);
        dossiers.tracer(
                dossierId,
                "PROPOSITION",
                "Les règles proposent : " + p.parcours().libelle().toLowerCase(java.util.Locale.FRENCH) + ".",
                Agent.JALON);
        return p;
    }

    /**
     * A proposal never outlives its facts: it is made again at once. What a professional decided is not: it is out of date, and says so
     * until it is decided again.
     */
    @EventListener
    void sur(FaitsModifies fait) {
        if (DISPOSITIF.equals(fait.dispositif())
                && demandes.findById(fait.dossierId())
                        .filter(ages::attendUneDecision)
                        .isPresent()) {
            proposer(fait.dossierId());
        }
    }

    /** A birthday moved what the tables say: what they propose follows, and a decision whose letter nobody signed is taken again. */
    @EventListener
    void sur(ResultatDepasse fait) {
        if (!DISPOSITIF.equals(fait.dispositif())) {
            return;
        }
        if (PROPOSITION.equals(fait.resultat())) {
            proposer(fait.dossierId());
        } else if (ORIENTATION.equals(fait.resultat())) {
            evenements.publishEvent(new OrientationARelire(fait.dossierId()));
        }
    }

    /** What changed since a professional decided, while nobody met the person yet, as a sentence; empty when the decision stands. */
    @Transactional(readOnly = true)
    public Optional<String> revision(UUID dossierId) {
        DemandeOrientation d = exiger(dossierId);
        if (d.confirmeeLe() == null || d.rencontreeLe() != null) {
            return Optional.empty();
        }
        if (d.aRelire() == null && faits.passe(dossierId, ORIENTATION)) {
            return Optional.of("La personne a changé d’âge depuis la décision : les règles ne concluent plus de même");
        }
        return d.aRelire() != null || faits.perime(dossierId, ORIENTATION)
                ? Optional.of("La situation a changé depuis la décision")
                : Optional.empty();
    }

    /** Why the situation is to be read again with the person before anything is decided; empty when it stands. */
    @Transactional(readOnly = true)
    public Optional<String> aRelire(UUID dossierId) {
        return Optional.ofNullable(exiger(dossierId).aRelire());
    }

    /**
     * The claim says something new: the answers follow it, and the proposal is made again. When it contradicts what was gathered with the
     * person, the situation is to be read again with her before anything is decided.
     *
     * @param connu what the claim says, by field name of {@code recueillir-situation}; {@code NSP} says nothing
     */
    public void apprendre(UUID dossierId, Map<String, Object> connu, Agent auteur) {
        DemandeOrientation d = exiger(dossierId);
        if (d.rencontreeLe() != null || d.sortie() != null) {
            return;
        }
        Map<String, Object> reponses = new LinkedHashMap<>(reponses(d));
        Map<String, Object> avant = new LinkedHashMap<>(reponses);
        if (d.connu() != null) {
            avant.putAll(lire(d.connu(), new TypeReference<Map<String, Object>>() {}));
        }
        Map<String, Object> nouveau = new LinkedHashMap<>();
        connu.forEach((champ, valeur) -> {
            if (!INCONNU.equals(valeur) && !memes(valeur, avant.get(champ))) {
                nouveau.put(champ, valeur);
            }
        });
        d.connaitre(ecrire(connu));
        boolean recueillie = reponses.get(QUESTION_DECISIVE) != null;
        List<String> autres = nouveau.keySet().stream()
                .filter(champ -> !memes(nouveau.get(champ), reponses.get(champ)))
                .toList();
        boolean contredit =
                autres.stream().map(reponses::get).anyMatch(reponse -> reponse != null && !INCONNU.equals(reponse));
        if (autres.isEmpty() || (!contredit && d.confirmeeLe() != null)) {
            return;
        }
        reponses.putAll(nouveau);
        d.corriger(ecrire(reponses));
        if (contredit && recueillie) {
            relire(d, "La demande de RSA a changé", auteur);
        } else if (recueillie) {
            faits.changer(dossierId, null, "La demande de RSA dit ce qui n'était pas connu.", auteur);
        }
    }

    /** The card of the person says another number of children than the answers, or a spouse beside a lone parent. */
    public void apprendreLeFoyer(UUID dossierId, int enfants, boolean enCouple, Agent auteur) {
        DemandeOrientation d = exiger(dossierId);
        Map<String, Object> reponses = reponses(d);
        if (d.rencontreeLe() != null || d.sortie() != null || reponses.get(QUESTION_DECISIVE) == null) {
            return;
        }
        boolean memeNombre = memes(enfants, reponses.get("enfants"));
        boolean seule = "OUI".equals(reponses.get("parentIsole"));
        boolean plusSeule = enCouple && seule;
        if (!memeNombre || plusSeule) {
            relire(d, "Le foyer a changé", auteur);
        }
    }

    private void relire(DemandeOrientation d, String cause, Agent auteur) {
        d.aRelire(cause + " depuis que la situation a été recueillie");
        dossiers.tracer(d.getId(), "SITUATION_REVUE", cause + " : la situation est à relire avec la personne.", auteur);
        faits.changer(d.getId(), null, cause + ".", auteur);
        evenements.publishEvent(new OrientationARelire(d.getId()));
    }

    /** A number read from a form and one counted are the same. */
    private static boolean memes(Object a, Object b) {
        if (a instanceof Number m && b instanceof Number n) {
            return m.intValue() == n.intValue();
        }
        return Objects.equals(a, b);
    }

    /**
     * Decides, as proposed or not, and records the orientation.
     *
     * @throws fr.jalon.dossier.ResultatPerime when the facts changed since the proposal
     * @throws SaisieInvalide on each faulty field
     * @throws fr.jalon.commun.Conflit when another orientation was recorded meanwhile
     */
    public void confirmer(UUID dossierId, ConfirmationOrientation c, String typeOrganisme, Agent auteur) {
        DemandeOrientation demande = exiger(dossierId);
        if (faits.passe(dossierId, PROPOSITION)) {
            // The screen said it already: what is decided is decided on the proposal of today
            proposer(dossierId);
        }
        faits.exigerAJour(dossierId, PROPOSITION, " depuis cette proposition : relisez-la, puis décidez.");
        if (demande.aRelire() != null) {
            throw new ResultatPerime(demande.aRelire()
                    + " : sur la page du dossier, choisissez « Revoir la situation », relisez-la avec la"
                    + " personne, puis décidez.");
        }
        PropositionOrientation p = proposition(demande);
        DossierVue dossier = dossiers.parId(dossierId);
        boolean parNous = CCAS.equals(typeOrganisme);
        boolean ecart = ecart(p, c, typeOrganisme);
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (ecart && Textes.ouNull(c.motif()) == null) {
            erreurs.add(new ErreurChamp("motif", "Vous vous écartez de la proposition : écrivez pourquoi."));
        }
        if (parNous) {
            erreurs.addAll(agenda.fautes(dossierId, c.referent(), dossier.antenne(), c.rendezVous()));
        }
        verifierDecision(erreurs, c);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        if (orientations.tropJeune(dossier.personneId(), dossierId)) {
            orientations.annuler(
                    dossier.personneId(),
                    dossierId,
                    "Une autre orientation a été décidée avant qu'elle commence.",
                    auteur);
        }
        demande.confirmer(c, ecart, auteur.identifiant(), horloge.maintenant());
        faits.etabli(dossierId, ORIENTATION);
        if (parNous) {
            agenda.donner(dossierId, c.referent(), c.rendezVous());
        } else {
            agenda.liberer(dossierId);
        }
        delais.tenu(dossierId);
        Orientation orientation = orientations.enregistrer(
                new NouvelleOrientation(
                        dossier.personneId(),
                        dossierId,
                        c.parcours(),
                        c.organisme(),
                        c.referent(),
                        c.referentPartenaire(),
                        c.parNous() ? horloge.aujourdhui() : c.decideeLe(),
                        null,
                        false,
                        c.motif(),
                        c.passation()),
                auteur);
        if (orientation.enAttente() && Textes.ouNull(c.motif()) == null) {
            throw new SaisieInvalide(
                    "organisme",
                    "Cette structure n'a plus de place. Choisissez-en une autre, ou écrivez pourquoi vous y orientez la"
                            + " personne quand même : elle y sera en attente.");
        }
        dossiers.tracer(
                dossierId,
                "ORIENTATION",
                c.parcours().libelle()
                        + (ecart ? ", en s'écartant de la proposition." : ", comme proposé.")
                        + (orientation.enAttente()
                                ? " La structure est complète : la personne y attend une place."
                                : ""),
                ecart ? c.motif() : null,
                auteur);
    }

    /** The request as a confirmation would leave it, to show what would be written; nothing is kept nor checked. */
    @Transactional(readOnly = true)
    public DemandeOrientationVue siConfirmee(UUID dossierId, ConfirmationOrientation c, String typeOrganisme) {
        DemandeOrientation d = exiger(dossierId);
        PropositionOrientation p = proposition(d);
        return d.vue(reponses(d), p).confirmee(c, ecart(p, c, typeOrganisme));
    }

    /** Whether a day is so far in the past that it must be declared so. */
    @Transactional(readOnly = true)
    public boolean ancienne(LocalDate jour) {
        return jour != null && jour.isBefore(horloge.aujourdhui().minusDays(parametres.entier("PASSEE_JOURS")));
    }

    /** The confirmations of an agent that nobody met the person for, newest first. */
    @Transactional(readOnly = true)
    public List<ConfirmationFaite> dernieresConfirmations(Agent agent, int nombre) {
        return demandes
                .findByConfirmeeParAndRencontreeLeIsNullOrderByConfirmeeLeDesc(
                        agent.identifiant(), PageRequest.of(0, nombre))
                .stream()
                .map(d -> new ConfirmationFaite(d.getId(), d.parcours(), d.organisme(), d.confirmeeLe()))
                .toList();
    }

    private static boolean ecart(PropositionOrientation p, ConfirmationOrientation c, String typeOrganisme) {
        return p == null
                || p.parcours() != c.parcours()
                || p.organismes().stream().noneMatch(o -> o.type().equals(typeOrganisme));
    }

    private void verifierDecision(List<ErreurChamp> erreurs, ConfirmationOrientation c) {
        if (!c.parNous() && (c.decideeLe() == null || c.decideeLe().isAfter(horloge.aujourdhui()))) {
            erreurs.add(new ErreurChamp(
                    "decideeLe", "Indiquez le jour où France Travail a orienté la personne, aujourd'hui ou avant."));
        }
    }

    /**
     * Takes a decision back before it took effect: the orientation leaves the periods of the person, its appointment is free, and the
     * legal clock runs again.
     *
     * @param motif why, kept in the history
     * @throws Conflit when nothing is decided, or the person was met already
     */
    public void annulerLaConfirmation(UUID dossierId, String motif, Agent auteur) {
        DemandeOrientation demande = exiger(dossierId);
        if (demande.confirmeeLe() == null) {
            throw new Conflit("Cette orientation n'est pas confirmée : il n'y a rien à reprendre.");
        }
        if (demande.rencontreeLe() != null) {
            throw new Conflit("Le premier rendez-vous a eu lieu : changez l'orientation au prochain point.");
        }
        DossierVue dossier = dossiers.parId(dossierId);
        orientations.annuler(dossier.personneId(), dossierId, motif, auteur);
        demande.annulerLaConfirmation();
        if (faits.perime(dossierId, PROPOSITION)) {
            proposer(dossierId);
        }
        agenda.liberer(dossierId);
        delais.retenir(dossierId, demande.connueLe());
        dossiers.tracer(dossierId, "REPRISE", "Confirmation reprise avant la signature du courrier.", auteur);
    }

    /** Six weeks passed without an orientation: the law gives it to France Travail (CASF, art. L262-29, D262-65-2). */
    public void constaterSixSemaines(UUID dossierId) {
        if (exiger(dossierId).constaterSixSemaines(horloge.aujourdhui())) {
            dossiers.tracer(
                    dossierId,
                    "SIX_SEMAINES",
                    "Six semaines ont passé sans orientation : la loi confie maintenant l'orientation à France"
                            + " Travail.",
                    Agent.JALON);
        }
    }

    /** The partner named who accompanies the person there; the same name again says nothing new. */
    public void nommerReferent(UUID dossierId, String nom, Agent auteur) {
        String net = Textes.ouNull(nom);
        if (net != null && !net.equals(demande(dossierId).referentPartenaire())) {
            exiger(dossierId).nommerReferent(net);
            orientations.nommerReferent(dossiers.parId(dossierId).personneId(), dossierId, net);
            dossiers.tracer(dossierId, "REFERENT", "Le partenaire nomme le référent unique : " + net + ".", auteur);
        }
    }

    @EventListener
    void sur(PlaceDonnee place) {
        if (place.dossierId() != null) {
            dossiers.tracer(
                    place.dossierId(),
                    "PLACE",
                    "Une place s'est libérée dans la structure : la personne n'est plus en attente.",
                    Agent.JALON);
        }
    }

    /** @throws SaisieInvalide on {@code date} or {@code heure} */
    public void fixerRendezVous(UUID dossierId, Instant quand, String lieu) {
        DemandeOrientation demande = exiger(dossierId);
        List<ErreurChamp> erreurs = agenda.fautes(
                dossierId, demande.referent(), dossiers.parId(dossierId).antenne(), quand);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        if (demande.referent() != null) {
            agenda.donner(dossierId, demande.referent(), quand);
        }
        demande.fixerRendezVous(quand, lieu);
    }

    /**
     * The person, or the service, asks for another date: nobody was absent.
     *
     * @throws SaisieInvalide on {@code date} or {@code heure}
     */
    public void reporterRendezVous(UUID dossierId, Instant quand, String lieu, String motif, Agent auteur) {
        fixerRendezVous(dossierId, quand, lieu);
        dossiers.tracer(
                dossierId,
                "REPORT",
                "Rendez-vous reporté au "
                        + Horloge.enMots(quand.atZone(Horloge.PARIS).toLocalDate()) + ".",
                Textes.ouNull(motif),
                auteur);
    }

    /** The orientation is taken again with the person: its appointment is given no more, and the decision stands until another replaces it. */
    public void revoir(UUID dossierId, String motif, Agent auteur) {
        agenda.liberer(dossierId);
        exiger(dossierId).fixerRendezVous(null, null);
        dossiers.tracer(
                dossierId,
                "SITUATION_REVUE",
                "L'orientation est à revoir avec la personne.",
                Textes.ouNull(motif),
                auteur);
    }

    /** The appointment of a dossier that ends is free for somebody else. */
    public void libererLeRendezVous(UUID dossierId) {
        agenda.liberer(dossierId);
    }

    /**
     * The person came.
     *
     * @throws SaisieInvalide on {@code resultat} before the day of the appointment
     */
    public void noterRencontre(UUID dossierId, Agent auteur) {
        DemandeOrientation demande = exiger(dossierId);
        Instant prevu = demande.rendezVous();
        if (prevu != null && prevu.atZone(Horloge.PARIS).toLocalDate().isAfter(horloge.aujourdhui())) {
            throw pasEncore();
        }
        demande.noterRencontre(horloge.aujourdhui());
        dossiers.tracer(dossierId, "RENCONTRE", "Premier rendez-vous tenu.", auteur);
    }

    /** The person was met by its partner, on that day. */
    public void noterRencontrePartenaire(UUID dossierId, Agent auteur) {
        exiger(dossierId).noterRencontre(horloge.aujourdhui());
        dossiers.tracer(dossierId, "RENCONTRE", "Le partenaire a reçu la personne.", auteur);
    }

    private static SaisieInvalide pasEncore() {
        return new SaisieInvalide(
                "resultat",
                "Ce rendez-vous n'a pas encore eu lieu : attendez ce jour, ou donnez une autre date avec"
                        + " « Reporter ».");
    }

    /**
     * The person did not come.
     *
     * @throws SaisieInvalide on {@code resultat} before the appointment
     * @return how many times since the decision
     */
    public int noterAbsence(UUID dossierId, String precision, Agent auteur) {
        DemandeOrientation demande = exiger(dossierId);
        if (demande.rendezVous() != null && demande.rendezVous().isAfter(horloge.maintenant())) {
            throw pasEncore();
        }
        int absences = demande.noterAbsence();
        String net = Textes.ouNull(precision);
        dossiers.tracer(
                dossierId,
                "ABSENCE",
                absences == 1 ? "Absence au premier rendez-vous." : "Absence au rendez-vous, " + absences + "e fois.",
                net,
                auteur);
        return absences;
    }

    /** Keeps the opinion that a session gave; null once it is followed. */
    public void noterAvisEquipe(UUID dossierId, AvisEquipe avis) {
        exiger(dossierId).noterAvisEquipe(avis);
    }

    /** The équipe pluridisciplinaire asked for another appointment: the count starts again. */
    public void reprendreLesRendezVous(UUID dossierId) {
        exiger(dossierId).reprendreLesRendezVous();
    }

    /** Sets the day of the next review, once a contract is signed. */
    public void prevoirBilan(UUID dossierId, ContratEngagement contrat) {
        DemandeOrientation demande = exiger(dossierId);
        DelaiBilan.Bilan bilan = delaiBilan.prevoir(faits(dossierId), demande.parcours(), contrat);
        demande.prevoirBilan(bilan.jour(), bilan.raison());
    }

    /** The next review, once a contract is signed. */
    @Transactional(readOnly = true)
    public Optional<ProchainBilan> prochainBilan(UUID dossierId) {
        return Optional.ofNullable(exiger(dossierId).bilanLe())
                .map(jour -> new ProchainBilan(jour.minusDays(parametres.entier("MARGE_BILAN_JOURS")), jour));
    }

    /** Ends the accompaniment and its orientation. */
    public void sortir(UUID dossierId, Sortie sortie, String motif, Agent auteur) {
        exiger(dossierId).sortir(sortie, Textes.ouNull(motif));
        orientations.terminer(dossiers.parId(dossierId).personneId(), horloge.aujourdhui(), auteur);
        dossiers.tracer(dossierId, "SORTIE", "Sortie de l'accompagnement : " + sortie.libelle() + ".", auteur);
    }

    private FaitsOrientation faitsDe(UUID dossierId) {
        return ages.faitsAu(exiger(dossierId), horloge.aujourdhui());
    }

    private Map<String, Object> reponses(DemandeOrientation d) {
        return ages.reponses(d);
    }

    /** The proposal as it stands today: a birthday may have passed since it was kept, which {@link ResultatDepasse} writes down later. */
    private PropositionOrientation proposition(DemandeOrientation d) {
        if (d.proposition() == null) {
            return null;
        }
        return faits.passe(d.getId(), PROPOSITION)
                ? raisonnement.proposer(faitsDe(d.getId()))
                : lire(d.proposition(), new TypeReference<PropositionOrientation>() {});
    }

    private DemandeOrientation exiger(UUID dossierId) {
        return demandes.findById(dossierId)
                .orElseThrow(() -> new Introuvable("Ce dossier n'a pas de demande d'orientation."));
    }

    private <T> T lire(String texte, TypeReference<T> type) {
        try {
            return json.readValue(texte, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
