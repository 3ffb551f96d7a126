package fr.jalon.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The actions of the pact: what the partners mean to do, and what becomes of it. They are read by anybody and written by the
 * responsable des dispositifs; a person is never sent to one, only to an {@link OffreVue offer}.
 */
@Service
@Transactional(readOnly = true)
public class PlanDuPacte {

    private static final Role[] AUTEURS = {Role.RESPONSABLE_DISPOSITIFS};

    private final ActionsRepository actions;
    private final OffresRepository offres;
    private final Nomenclature nomenclature;
    private final Historique historique;

    PlanDuPacte(ActionsRepository actions, OffresRepository offres, Nomenclature nomenclature, Historique historique) {
        this.actions = actions;
        this.offres = offres;
        this.nomenclature = nomenclature;
        this.historique = historique;
    }

    /** Roles that may write the plan. */
    public static Set<Role> roles() {
        return Set.of(AUTEURS);
    }

    /**
     * The actions that the filter lets through, in the order of the pact.
     *
     * @throws SaisieInvalide when the page, the words or the lever cannot be
     */
    public Page<ActionVue> chercher(FiltreActions filtre, int page, int taille) {
        Page.verifier(page, taille);
        if (filtre.levier() != null && (filtre.levier() < 1 || filtre.levier() > 6)) {
            throw new SaisieInvalide("levier", "Indiquez un levier de 1 à 6.");
        }
        var trouvees = actions.findAll(criteres(filtre), PageRequest.of(page, taille, Sort.by("levier", "code")));
        Map<UUID, List<ActionVue.OffreLiee>> liees =
                liees(trouvees.getContent().stream().map(ActionDuPacte::id).toList());
        return new Page<>(
                trouvees.getContent().stream()
                        .map(a -> a.vue(liees.getOrDefault(a.id(), List.of()), nomenclature))
                        .toList(),
                page,
                taille,
                trouvees.getTotalElements());
    }

    /**
     * The action of a code, for example {@code L6-PERMIS-06}.
     *
     * @throws Introuvable when there is none
     */
    public ActionVue action(String code) {
        return actionSiExiste(code)
                .orElseThrow(() -> new Introuvable("Aucune action du pacte n'a le code « " + code + " »."));
    }

    /** Same, for a code that somebody typed. */
    public Optional<ActionVue> actionSiExiste(String code) {
        return actions.findByCode(code).map(this::vue);
    }

    /** The action that an offer comes from. */
    public Optional<ActionVue> dOrigine(OffreVue offre) {
        return offre.action() == null
                ? Optional.empty()
                : actions.findById(offre.action()).map(this::vue);
    }

    /**
     * Says which action an offer comes from: the offers that nobody brought in with the pact come from one too.
     *
     * @param code of the action, null when the offer comes from none
     * @throws SaisieInvalide on {@code actionDuPacte} when no action has that code
     */
    @Transactional
    public void lier(UUID offreId, String code, Agent auteur) {
        auteur.exiger(AUTEURS);
        Offre offre = offres.findById(offreId).orElseThrow(() -> new Introuvable("Cette offre n'existe pas."));
        ActionDuPacte apres = code == null ? null : exigerAuChoix(code);
        ActionDuPacte avant =
                offre.action() == null ? null : actions.findById(offre.action()).orElse(null);
        UUID nouvelle = apres == null ? null : apres.id();
        if (!Objects.equals(offre.action(), nouvelle)) {
            offre.lier(nouvelle);
            historique.noter(offreId, Historique.ACTION, titre(avant), titre(apres), auteur);
            historique.dire(
                    offre.code(),
                    "Action du pacte de l'offre : " + (apres == null ? "aucune" : apres.code()) + ".",
                    auteur);
        }
    }

    private ActionDuPacte exigerAuChoix(String code) {
        return actions.findByCode(code)
                .orElseThrow(() -> new SaisieInvalide(
                        Historique.ACTION,
                        "Choisissez une action dans la liste. Rien de choisi : elle ne vient d'aucune."));
    }

    private static String titre(ActionDuPacte action) {
        return action == null ? null : action.fiche().titre();
    }

    /** Changes of an action, newest first. */
    public List<ChangementAnnuaire> historique(UUID action) {
        return historique.de(action);
    }

    /** Checks a card as {@link #creer} would, without writing. */
    public FicheAction verifier(FicheAction fiche) {
        return ControleAction.verifier(fiche, nomenclature);
    }

    /**
     * A new action.
     *
     * @param code null to get one
     * @throws SaisieInvalide for each faulty field
     * @throws Conflit when the code is taken
     */
    @Transactional
    public ActionVue creer(String code, FicheAction fiche, Agent auteur) {
        auteur.exiger(AUTEURS);
        ActionDuPacte action = inscrire(GestionAnnuaire.codeLibre(code, "ACTION"), fiche, auteur);
        historique.dire(action.code(), "Action du pacte créée.", auteur);
        return vue(action);
    }

    /** The same for the rows of reference. */
    ActionDuPacte inscrire(String code, FicheAction fiche, Agent auteur) {
        FicheAction propre = ControleAction.verifier(fiche, nomenclature);
        if (actions.findByCode(code).isPresent()) {
            throw new Conflit("Une action du pacte a déjà le code « " + code + " ».");
        }
        ActionDuPacte action = new ActionDuPacte(code);
        action.remplacer(propre, nomenclature.objectif(propre.objectif()).orElseThrow(), nomenclature);
        actions.save(action);
        historique.noter(action.id(), Historique.CREATION, null, propre.titre(), auteur);
        return action;
    }

    /**
     * Replaces the card of an action; each changed field goes to the history.
     *
     * @param version version that the writer had on screen
     * @throws Conflit when somebody else changed it meanwhile
     */
    @Transactional
    public ActionVue modifier(String code, FicheAction fiche, int version, Agent auteur) {
        auteur.exiger(AUTEURS);
        ActionDuPacte action = actions.findByCode(code)
                .orElseThrow(() -> new Introuvable("Aucune action du pacte n'a le code « " + code + " »."));
        if (action.version() != version) {
            throw new Conflit(
                    "L'action a été modifiée entre-temps par quelqu'un d'autre. Relisez la fiche, puis recommencez.");
        }
        FicheAction propre = ControleAction.verifier(fiche, nomenclature);
        FicheAction avant = action.fiche();
        action.remplacer(propre, nomenclature.objectif(propre.objectif()).orElseThrow(), nomenclature);
        historique.comparer(action.id(), action.code(), Historique.valeurs(avant), Historique.valeurs(propre), auteur);
        actions.flush();
        return vue(action);
    }

    private ActionVue vue(ActionDuPacte action) {
        return action.vue(liees(List.of(action.id())).getOrDefault(action.id(), List.of()), nomenclature);
    }

    private Map<UUID, List<ActionVue.OffreLiee>> liees(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : offres.desActions(ids).stream()
                        .collect(Collectors.groupingBy(
                                Offre::action, Collectors.mapping(Offre::liee, Collectors.toList())));
    }

    private static Specification<ActionDuPacte> criteres(FiltreActions filtre) {
        return (action, requete, cb) -> {
            List<Predicate> tous = new ArrayList<>(MotsCherches.de(filtre.q()).dans(action.get("recherche"), cb));
            if (filtre.levier() != null) {
                tous.add(cb.equal(action.get("levier"), filtre.levier()));
            }
            if (filtre.etat() != null) {
                tous.add(cb.equal(action.get("etat"), filtre.etat()));
            }
            if (filtre.etatInconnu()) {
                tous.add(cb.isNull(action.get("etat")));
            }
            return cb.and(tous.toArray(Predicate[]::new));
        };
    }
}
