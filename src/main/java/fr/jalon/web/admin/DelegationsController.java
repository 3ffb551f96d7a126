package fr.jalon.web.admin;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.CompteVue;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.courrier.ActeCourrier;
import fr.jalon.courrier.DelegationVue;
import fr.jalon.courrier.Delegations;
import fr.jalon.courrier.NouvelleDelegation;
import fr.jalon.courrier.UsagesCourrier;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.courrier.DateSaisie;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may sign which decision, by which order: the list, one more, the end of one. */
@Controller
@RequestMapping("/administration/delegations")
class DelegationsController {

    private static final String LISTE = "/administration/delegations";

    private final Delegations delegations;
    private final UsagesCourrier usages;
    private final Comptes comptes;
    private final Antennes antennes;
    private final Horloge horloge;

    DelegationsController(
            Delegations delegations, UsagesCourrier usages, Comptes comptes, Antennes antennes, Horloge horloge) {
        this.delegations = delegations;
        this.usages = usages;
        this.comptes = comptes;
        this.antennes = antennes;
        this.horloge = horloge;
    }

    record Ligne(
            UUID id,
            String acte,
            String qui,
            String antenne,
            String jours,
            String arrete,
            Vues.Badge badge,
            boolean finissable) {}

    /** A delegation as typed. */
    record Saisie(
            String acte,
            String role,
            String compte,
            String antenne,
            String du,
            String au,
            String arrete,
            String arreteDu) {

        NouvelleDelegation lue() {
            return new NouvelleDelegation(
                    acte,
                    roleLu(),
                    Textes.ouNull(compte),
                    Textes.ouNull(antenne),
                    DateSaisie.facultative("du", du),
                    DateSaisie.facultative("au", au),
                    arrete,
                    DateSaisie.facultative("arreteDu", arreteDu));
        }

        private Role roleLu() {
            if (role == null || role.isBlank()) {
                return null;
            }
            try {
                return Role.valueOf(role);
            } catch (IllegalArgumentException e) {
                throw new SaisieInvalide("role", "Choisissez une qualité de la liste.");
            }
        }
    }

    @GetMapping
    String lister(Model model) {
        Map<String, String> lieux = antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
        Map<String, Agent> personnes = comptes.tous().stream()
                .map(CompteVue::agent)
                .collect(Collectors.toMap(Agent::identifiant, Function.identity()));
        model.addAttribute(
                "lignes",
                delegations.toutes().stream()
                        .map(d -> ligne(d, lieux, personnes))
                        .toList());
        model.addAttribute(
                "sansDelegation",
                usages.actesASigner().stream()
                        .filter(a -> delegations.toutes().stream()
                                .noneMatch(d -> d.acte().equals(a.code()) && d.enVigueur(horloge.aujourdhui())))
                        .map(ActeCourrier::libelle)
                        .toList());
        return "admin/delegations";
    }

    @GetMapping("/nouvelle")
    String nouvelle(Model model) {
        return formulaire(
                new Saisie(null, null, null, null, horloge.aujourdhui().toString(), null, null, null), model);
    }

    @PostMapping("/nouvelle")
    String ajouter(Saisie saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    delegations.ajouter(saisie.lue(), agent);
                    Flash.ok(suite, "La délégation est enregistrée.");
                    return "redirect:" + LISTE;
                },
                () -> formulaire(saisie, model));
    }

    @PostMapping("/{id}/fin")
    String finir(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String au,
            @Appelant Agent agent,
            RedirectAttributes suite) {
        try {
            DelegationVue finie = delegations.finir(id, DateSaisie.facultative("au", au), agent);
            Flash.ok(suite, "Cette délégation finit le " + Mots.jour(finie.au()) + ". Ce qui est signé le reste.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        } catch (SaisieInvalide e) {
            Flash.refus(suite, e.erreurs().get(0).message());
        }
        return "redirect:" + LISTE;
    }

    private String formulaire(Saisie saisie, Model model) {
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien(LISTE, "Les délégations"));
        model.addAttribute(
                "actes",
                usages.actesASigner().stream()
                        .map(a -> new Vues.Choix(a.code(), a.libelle(), null))
                        .toList());
        model.addAttribute(
                "qualites",
                delegations.qualites().stream()
                        .map(r -> new Vues.Choix(r.name(), r.libelle(), null))
                        .toList());
        model.addAttribute(
                "comptes",
                comptes.tous().stream()
                        .filter(CompteVue::actif)
                        .map(CompteVue::agent)
                        .filter(a -> a.aUnDe(delegations.qualites().toArray(Role[]::new)))
                        .map(a -> new Vues.Choix(a.identifiant(), a.nomComplet() + ", " + a.qualite(), null))
                        .toList());
        model.addAttribute(
                "antennes",
                antennes.toutes().stream()
                        .map(a -> new Vues.Choix(a.code(), a.nom(), null))
                        .toList());
        return "admin/delegation";
    }

    private Ligne ligne(DelegationVue d, Map<String, String> lieux, Map<String, Agent> personnes) {
        LocalDate jour = horloge.aujourdhui();
        String qui = d.role() != null
                ? d.role().libelle()
                : personnes.containsKey(d.compte()) ? personnes.get(d.compte()).nomComplet() : d.compte();
        String jours = "du " + Mots.jour(d.du()) + (d.au() == null ? "" : " au " + Mots.jour(d.au()));
        boolean finie = d.au() != null && d.au().isBefore(jour);
        Vues.Badge badge = finie
                ? new Vues.Badge("neutre", "Finie")
                : d.enVigueur(jour) ? new Vues.Badge("ok", "En cours") : new Vues.Badge("attente", "À venir");
        return new Ligne(
                d.id(),
                usages.acte(d.acte()).libelle(),
                qui,
                d.antenne() == null ? "Toutes" : lieux.getOrDefault(d.antenne(), d.antenne()),
                jours,
                "n° " + d.arrete() + " du " + Mots.jour(d.arreteDu()),
                badge,
                !finie && d.au() == null);
    }
}
