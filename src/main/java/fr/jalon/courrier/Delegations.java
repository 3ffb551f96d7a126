package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign which act, where, from when, and by which order. Only an administrator writes them. */
@Service
@Transactional
public class Delegations {

    /** Capacities that engage the house: the others prepare, they do not decide. */
    private static final Set<Role> QUALITES = EnumSet.of(Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);

    private static final int ARRETE_MAX = 60;

    private final DelegationsRepository delegations;
    private final UsagesCourrier usages;
    private final Comptes comptes;
    private final Antennes antennes;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Delegations(
            DelegationsRepository delegations,
            UsagesCourrier usages,
            Comptes comptes,
            Antennes antennes,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.delegations = delegations;
        this.usages = usages;
        this.comptes = comptes;
        this.antennes = antennes;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** Every delegation: those in force first, the newest first. */
    @Transactional(readOnly = true)
    public List<DelegationVue> toutes() {
        LocalDate jour = horloge.aujourdhui();
        return delegations.findAll().stream()
                .map(Delegation::vue)
                .sorted(Comparator.comparing((DelegationVue d) -> d.au() != null && d.au().isBefore(jour))
                        .thenComparing(DelegationVue::du, Comparator.reverseOrder())
                        .thenComparing(DelegationVue::arrete))
                .toList();
    }

    /** The capacities that a delegation may name. */
    public List<Role> qualites() {
        return List.copyOf(QUALITES);
    }

    /** The delegation by which this account may sign such a letter today, the nearest first: its antenne, then all. */
    @Transactional(readOnly = true)
    public Optional<DelegationVue> pour(Agent agent, String acte, String antenne) {
        return parmi(toutes(), agent, acte, antenne);
    }

    Optional<DelegationVue> parmi(List<DelegationVue> connues, Agent agent, String acte, String antenne) {
        LocalDate jour = horloge.aujourdhui();
        return connues.stream()
                .filter(d -> d.permet(agent, acte, antenne, jour))
                .min(Comparator.comparing((DelegationVue d) -> d.antenne() == null)
                        .thenComparing(d -> d.compte() == null));
    }

    /** Whether anybody may sign such an act for this antenne today: without it the act is not ours to decide. */
    @Transactional(readOnly = true)
    public boolean enVigueur(String acte, String antenne) {
        LocalDate jour = horloge.aujourdhui();
        return delegations.findAll().stream()
                .map(Delegation::vue)
                .anyMatch(d -> d.acte().equals(acte)
                        && (d.antenne() == null || d.antenne().equals(antenne))
                        && d.enVigueur(jour));
    }

    /** @throws SaisieInvalide for each faulty field */
    public DelegationVue ajouter(NouvelleDelegation d, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        List<ErreurChamp> erreurs = fautes(d);
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        DelegationVue vue = delegations
                .saveAndFlush(new Delegation(propre(d), auteur.identifiant(), horloge.maintenant()))
                .vue();
        dire(vue, "délégation ajoutée", auteur);
        return vue;
    }

    /** Ends a delegation: its last day is today, or the day given. What was signed stays signed. */
    public DelegationVue finir(UUID id, LocalDate dernierJour, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        Delegation delegation =
                delegations.findById(id).orElseThrow(() -> new Introuvable("Cette délégation n'existe pas."));
        LocalDate jour = dernierJour == null ? horloge.aujourdhui() : dernierJour;
        if (delegation.vue().au() != null && delegation.vue().au().isBefore(horloge.aujourdhui())) {
            throw new Conflit("Cette délégation est déjà finie.");
        }
        if (jour.isBefore(horloge.aujourdhui())) {
            throw new SaisieInvalide(
                    "au", "Une délégation ne finit pas dans le passé : des courriers ont pu être signés.");
        }
        delegation.finir(jour, auteur.identifiant());
        DelegationVue vue = delegations.saveAndFlush(delegation).vue();
        dire(vue, "délégation finie le " + Horloge.enMots(jour), auteur);
        return vue;
    }

    private List<ErreurChamp> fautes(NouvelleDelegation d) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (usages.actesASigner().stream().noneMatch(a -> a.code().equals(d.acte()))) {
            erreurs.add(new ErreurChamp("acte", "Choisissez l'acte à signer."));
        }
        String compte = Textes.ouNull(d.compte());
        if ((d.role() == null) == (compte == null)) {
            erreurs.add(new ErreurChamp("role", "Choisissez une qualité, ou une personne : l'une des deux."));
        } else if (d.role() != null && !QUALITES.contains(d.role())) {
            erreurs.add(new ErreurChamp("role", "Cette qualité ne signe pas de décision."));
        } else if (compte != null
                && comptes.actif(compte)
                        .filter(a -> a.aUnDe(QUALITES.toArray(Role[]::new)))
                        .isEmpty()) {
            erreurs.add(new ErreurChamp("compte", "Choisissez une personne de la liste."));
        }
        String antenne = Textes.ouNull(d.antenne());
        if (antenne != null
                && antennes.toutes().stream().noneMatch(a -> a.code().equals(antenne))) {
            erreurs.add(new ErreurChamp("antenne", "Choisissez une antenne de la liste, ou toutes."));
        }
        String arrete = Textes.ouNull(d.arrete());
        if (arrete == null || arrete.length() > ARRETE_MAX) {
            erreurs.add(new ErreurChamp(
                    "arrete", "Donnez le numéro de l'arrêté, en " + ARRETE_MAX + " caractères au plus."));
        }
        jours(d, erreurs);
        return erreurs;
    }

    private static void jours(NouvelleDelegation d, List<ErreurChamp> erreurs) {
        if (d.arreteDu() == null) {
            erreurs.add(new ErreurChamp("arreteDu", "Donnez la date de l'arrêté."));
        }
        if (d.du() == null) {
            erreurs.add(new ErreurChamp("du", "Donnez le premier jour."));
        } else if (d.arreteDu() != null && d.du().isBefore(d.arreteDu())) {
            erreurs.add(new ErreurChamp("du", "La délégation ne commence pas avant l'arrêté."));
        } else if (d.au() != null && d.au().isBefore(d.du())) {
            erreurs.add(new ErreurChamp("au", "Le dernier jour vient après le premier."));
        }
    }

    private static NouvelleDelegation propre(NouvelleDelegation d) {
        return new NouvelleDelegation(
                d.acte(),
                d.role(),
                Textes.ouNull(d.compte()),
                Textes.ouNull(d.antenne()),
                d.du(),
                d.au(),
                d.arrete().strip(),
                d.arreteDu());
    }

    private void dire(DelegationVue d, String quoi, Agent auteur) {
        String qui = d.role() == null ? d.compte() : d.role().libelle();
        evenements.publishEvent(new DelegationModifiee(
                d.arrete(), quoi + " : " + usages.acte(d.acte()).libelle() + ", " + qui, auteur));
    }
}
