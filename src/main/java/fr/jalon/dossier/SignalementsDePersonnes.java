package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Portee;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.usager.ConsentementRetire;
import fr.jalon.usager.Consentements;
import fr.jalon.usager.DecesDeclare;
import fr.jalon.usager.PersonneModifiee;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.RattachementPropose;
import fr.jalon.usager.RetraitDemande;
import fr.jalon.usager.SuiviDesPersonnes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is signalled about a person. Any desk may be told of a death, of an agreement withdrawn, of a move: who follows the
 * person answers. A death holds the open dossiers as they are; with its proof it ends them after a time that the table
 * {@code delais} gives; until then it is taken back and they go on as they were (docs/decisions/0030).
 */
@Service
@Transactional
public class SignalementsDePersonnes {

    private static final Logger LOG = LoggerFactory.getLogger(SignalementsDePersonnes.class);
    private static final String DISPOSITIF = "PERSONNE";
    private static final String REPENTIR = "FIN_APRES_DECES";
    private static final Role[] AGENTS = {Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE};

    private final SignalementsPersonnesRepository signalements;
    private final SuiviDesPersonnes suivi;
    private final Personnes personnes;
    private final Consentements consentements;
    private final Dossiers dossiers;
    private final Retenues retenues;
    private final PreuvesDeces preuves;
    private final Delais delais;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    SignalementsDePersonnes(
            SignalementsPersonnesRepository signalements,
            SuiviDesPersonnes suivi,
            Personnes personnes,
            Consentements consentements,
            Dossiers dossiers,
            Retenues retenues,
            PreuvesDeces preuves,
            Delais delais,
            Reprise reprise,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.signalements = signalements;
        this.suivi = suivi;
        this.personnes = personnes;
        this.consentements = consentements;
        this.dossiers = dossiers;
        this.retenues = retenues;
        this.preuves = preuves;
        this.delais = delais;
        this.reprise = reprise;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    // ---- a death

    /**
     * Notes that somebody says a person died, at any desk: her open dossiers wait. A repeat changes nothing.
     *
     * @param dit who says it, in some words, or null
     * @throws SaisieInvalide for each faulty field
     */
    public void signalerDeces(UUID personneId, LocalDate jour, String dit, Agent auteur) {
        auteur.exiger(AGENTS);
        PersonneVue personne = personnes.parId(personneId);
        personnes.verifierJourDuDeces(personneId, jour);
        String mots = Textes.ouNull(dit) == null ? null : mots(dit, "dit");
        if (personne.decedeeLe() == null && deces(personne.id()).isEmpty()) {
            SignalementPersonne s = ecrire(personne.id(), NatureSignalement.DECES, jour, mots, auteur);
            retenir(s, "Décès de la personne signalé, à confirmer : le dossier attend.", auteur);
            publier(personne, "décès signalé", auteur);
        }
    }

    /**
     * Proves a death, by somebody who follows the person; the dossiers end at the day that {@link SignalementPersonneVue#effetLe} says.
     *
     * @throws SaisieInvalide for each faulty field
     * @throws Introuvable when another antenne follows the person
     */
    public SignalementPersonneVue confirmerDeces(
            UUID personneId, LocalDate jour, String preuve, String reference, Agent auteur) {
        auteur.exiger(AGENTS);
        PersonneVue personne = suivi.exiger(personneId, auteur);
        List<ErreurChamp> erreurs = new ArrayList<>();
        try {
            personnes.verifierJourDuDeces(personneId, jour);
        } catch (SaisieInvalide e) {
            erreurs.addAll(e.erreurs());
        }
        if (preuves.de(preuve).isEmpty()) {
            erreurs.add(new ErreurChamp("preuve", "Choisissez la preuve que vous avez vue."));
        }
        String nette = Textes.ouNull(reference);
        if (nette == null || nette.length() > 200 || !Textes.lisible(nette)) {
            erreurs.add(new ErreurChamp(
                    "reference",
                    "Écrivez ce qui permet de la retrouver : commune et date, ou numéro (200 caractères)."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        if (personne.decedeeLe() != null) {
            throw new Conflit("Le décès de cette personne est déjà confirmé.");
        }
        SignalementPersonne s = deces(personne.id())
                .orElseGet(() -> ecrire(personne.id(), NatureSignalement.DECES, jour, null, auteur));
        LocalDate effet = delais.fin(DISPOSITIF, REPENTIR, false, horloge.aujourdhui());
        s.confirmer(jour, preuve, nette, effet, auteur, horloge.maintenant());
        personnes.noterDeces(personneId, jour, auteur);
        retenir(
                s,
                "Décès de la personne confirmé : le dossier attend sa fin, le " + Horloge.enMots(effet) + ".",
                auteur);
        publier(personne, "décès confirmé", auteur);
        return s.vue();
    }

    /**
     * Takes a death back, signalled or proved: it was false. The dossiers go on as they were.
     *
     * @throws SaisieInvalide without a reason
     * @throws Conflit once the dossiers are ended
     */
    public void reprendreDeces(UUID personneId, String motif, Agent auteur) {
        auteur.exiger(AGENTS);
        PersonneVue personne = suivi.exiger(personneId, auteur);
        String pourquoi = mots(motif, "motif");
        SignalementPersonne s = deces(personne.id())
                .orElseThrow(() -> new Conflit("Aucun décès n'attend pour cette personne : rien n'est à reprendre."));
        s.finir(EtatSignalement.REPRIS, pourquoi, auteur, horloge.maintenant());
        personnes.effacerDeces(personneId, auteur);
        retenues.rendre(s.id())
                .forEach(id -> dossiers.tracer(
                        id,
                        "DECES_REPRIS",
                        "Le décès signalé était une erreur (" + pourquoi + ") : le dossier reprend comme il était.",
                        auteur));
        publier(personne, "décès repris", auteur);
    }

    /** Every morning: the dossiers of proved deaths whose time is past end by their own paths. One that fails stops no other. */
    @Scheduled(cron = "0 40 5 * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "fins-apres-deces")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void finirLesDossiers() {
        List<UUID> dus =
                signalements.findByEtatAndEffetLeLessThanEqual(EtatSignalement.CONFIRME, horloge.aujourdhui()).stream()
                        .map(SignalementPersonne::id)
                        .toList();
        for (UUID id : dus) {
            try {
                reprise.enTransaction(() -> finir(id));
            } catch (RuntimeException e) {
                LOG.error("Le décès {} n'a pas pu terminer ses dossiers : il le tentera demain", id, e);
            }
        }
    }

    private void finir(UUID id) {
        SignalementPersonne s = signalements.findById(id).orElseThrow();
        if (s.etat() == EtatSignalement.CONFIRME) {
            retenues.rendre(id);
            s.finir(EtatSignalement.ABOUTI, null, Agent.JALON, horloge.maintenant());
            evenements.publishEvent(new DecesDeclare(s.personneId(), s.jour(), Agent.JALON));
        }
    }

    private void retenir(SignalementPersonne s, String texte, Agent auteur) {
        for (UUID id : dossiers.ouvertsDe(s.personneId())) {
            retenues.retenir(id, s.id());
            dossiers.tracer(id, "DECES_SIGNALE", texte, auteur);
        }
    }

    private Optional<SignalementPersonne> deces(UUID personneId) {
        return signalements.findByPersonneIdAndCleOuverte(personneId, NatureSignalement.DECES.name());
    }

    // ---- the rest

    /** The holder is told when somebody else recorded it; it holds already. */
    @EventListener
    void sur(ConsentementRetire fait) {
        if (!suivi.suitSeul(personnes.parId(fait.personneId()), fait.auteur())) {
            ecrire(
                    fait.personneId(),
                    NatureSignalement.ACCORD_RETIRE,
                    null,
                    consentements.parId(fait.consentementId()).destinataire(),
                    fait.auteur());
        }
    }

    @EventListener
    void sur(RetraitDemande fait) {
        ecrire(
                fait.personneId(),
                NatureSignalement.ACCORD_RETIRE,
                null,
                "Aucun accord en vigueur ne répond à ce que dit la personne : " + fait.dit(),
                fait.auteur());
        publier(personnes.parId(fait.personneId()), "retrait d'un accord demandé", fait.auteur());
    }

    @EventListener
    void sur(RattachementPropose fait) {
        if (signalements
                .findByPersonneIdAndCleOuverte(fait.personneId(), NatureSignalement.RATTACHEMENT.name())
                .isEmpty()) {
            ecrire(fait.personneId(), NatureSignalement.RATTACHEMENT, null, fait.antenne(), fait.auteur());
        }
    }

    /** Answers what is not a death: the news is read, or the person goes to the antenne of her quartier. */
    public void repondre(UUID id, boolean oui, int version, Agent auteur) {
        auteur.exiger(AGENTS);
        SignalementPersonne s = exiger(id, auteur);
        if (s.nature() == NatureSignalement.DECES) {
            throw new Conflit("Un décès se confirme avec sa preuve.");
        }
        if (!s.etat().ouvert() || s.vue().version() != version) {
            throw new Conflit("Quelqu'un a déjà répondu à ce signalement. Relisez la liste.");
        }
        if (oui && s.nature() == NatureSignalement.RATTACHEMENT) {
            personnes.rattacher(s.personneId(), auteur);
        }
        s.finir(oui ? EtatSignalement.ABOUTI : EtatSignalement.REPRIS, null, auteur, horloge.maintenant());
    }

    /** What waits for the account, the oldest first. */
    @Transactional(readOnly = true)
    public List<SignalementPersonneVue> ouverts(Agent agent) {
        Portee portee = agent.portee();
        List<SignalementPersonne> lignes = portee.toutes()
                ? signalements.findByEtatInOrderBySignaleLe(List.of(EtatSignalement.SIGNALE, EtatSignalement.CONFIRME))
                : portee.estVide() ? List.of() : signalements.ouvertsDesAntennes(portee.codes());
        return lignes.stream().map(SignalementPersonne::vue).toList();
    }

    /** How many wait for an answer. */
    @Transactional(readOnly = true)
    public long nombre(Agent agent) {
        Portee portee = agent.portee();
        return portee.toutes() || portee.estVide()
                ? 0
                : signalements.nombreDesAntennes(portee.codes(), EtatSignalement.SIGNALE);
    }

    /**
     * One of them.
     *
     * @throws Introuvable when there is none, or another antenne follows the person
     */
    @Transactional(readOnly = true)
    public SignalementPersonneVue parId(UUID id, Agent agent) {
        return exiger(id, agent).vue();
    }

    /** The death that waits about a person, for who follows her. */
    @Transactional(readOnly = true)
    public Optional<SignalementPersonneVue> decesDe(UUID personneId, Agent lecteur) {
        return suivi.suit(personnes.parId(personneId), lecteur)
                ? deces(personneId).map(SignalementPersonne::vue)
                : Optional.empty();
    }

    private SignalementPersonne exiger(UUID id, Agent agent) {
        return signalements
                .findById(id)
                .filter(s -> suivi.suit(personnes.parId(s.personneId()), agent))
                .orElseThrow(() -> new Introuvable("Ce signalement n'existe pas."));
    }

    private SignalementPersonne ecrire(
            UUID personneId, NatureSignalement nature, LocalDate jour, String valeur, Agent auteur) {
        return signalements.saveAndFlush(new SignalementPersonne(
                personneId,
                nature,
                jour,
                valeur == null ? null : Textes.couper(valeur, 500),
                auteur,
                horloge.maintenant()));
    }

    private void publier(PersonneVue personne, String quoi, Agent auteur) {
        evenements.publishEvent(new PersonneModifiee(personne.id(), personne.antenne(), List.of(quoi), auteur));
    }

    private static String mots(String texte, String champ) {
        String net = Textes.ouNull(texte);
        if (net == null || net.length() > 300 || !Textes.lisible(net)) {
            throw new SaisieInvalide(
                    champ, "Écrivez en quelques mots qui le dit, ou pourquoi (300 caractères au plus).");
        }
        return net;
    }
}
