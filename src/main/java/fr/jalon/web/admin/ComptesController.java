package fr.jalon.web.admin;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.CompteVue;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.NouveauCompte;
import fr.jalon.agent.Role;
import fr.jalon.agent.SecondFacteur;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Textes;
import fr.jalon.seance.Instances;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.securite.SessionsDuCompte;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/administration/comptes")
class ComptesController {

    private static final String LISTE = "/administration/comptes";

    private final Comptes comptes;
    private final Antennes antennes;
    private final Annuaire annuaire;
    private final Instances instances;
    private final Horloge horloge;
    private final SessionsDuCompte sessions;
    private final SecondFacteur secondFacteur;

    ComptesController(
            Comptes comptes,
            Antennes antennes,
            Annuaire annuaire,
            Instances instances,
            Horloge horloge,
            SessionsDuCompte sessions,
            SecondFacteur secondFacteur) {
        this.comptes = comptes;
        this.antennes = antennes;
        this.annuaire = annuaire;
        this.instances = instances;
        this.horloge = horloge;
        this.sessions = sessions;
        this.secondFacteur = secondFacteur;
    }

    record Ligne(String identifiant, String nom, String roles, String antenne, boolean actif, String echecs) {}

    /** An account as typed. */
    record Saisie(
            String identifiant,
            String prenom,
            String nom,
            String qualite,
            String antenne,
            String organisme,
            String qualiteSeance,
            List<String> roles,
            String actif) {

        Set<Role> rolesLus() {
            Set<Role> lus = EnumSet.noneOf(Role.class);
            Arrays.stream(Role.values())
                    .filter(r -> roles != null && roles.contains(r.name()))
                    .forEach(lus::add);
            return lus;
        }

        NouveauCompte demande(String identifiantFixe) {
            return new NouveauCompte(
                    identifiantFixe,
                    prenom,
                    nom,
                    qualite,
                    Textes.ouNull(antenne),
                    Textes.ouNull(organisme),
                    Textes.ouNull(qualiteSeance),
                    rolesLus());
        }
    }

    @GetMapping
    String lister(Model model) {
        Map<String, String> noms = antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
        model.addAttribute(
                "lignes", comptes.tous().stream().map(c -> ligne(c, noms)).toList());
        return "admin/comptes";
    }

    @GetMapping("/nouveau")
    String nouveau(Model model) {
        return formulaire(new Saisie(null, null, null, null, null, null, null, List.of(), "oui"), null, model);
    }

    @PostMapping("/nouveau")
    String creer(
            Saisie saisie,
            @RequestParam(defaultValue = "") String motDePasse,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    comptes.creer(saisie.demande(saisie.identifiant()), motDePasse, agent);
                    Flash.ok(
                            suite,
                            "Le compte « " + saisie.identifiant() + " » est créé. Son mot de passe sera à changer.");
                    return "redirect:" + LISTE;
                },
                () -> formulaire(saisie, null, model));
    }

    @GetMapping("/{identifiant}")
    String montrer(@PathVariable String identifiant, Model model) {
        CompteVue compte = exiger(identifiant);
        Agent a = compte.agent();
        Saisie saisie = new Saisie(
                a.identifiant(),
                a.prenom(),
                a.nom(),
                a.qualite(),
                a.antenne(),
                a.organisme(),
                compte.qualiteSeance(),
                a.roles().stream().map(Role::name).toList(),
                compte.actif() ? "oui" : "");
        return formulaire(saisie, compte, model);
    }

    @PostMapping("/{identifiant}")
    String modifier(
            @PathVariable String identifiant,
            Saisie saisie,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        CompteVue compte = exiger(identifiant);
        return Saisies.essayer(
                model,
                () -> {
                    comptes.modifier(saisie.demande(identifiant), "oui".equals(saisie.actif()), agent);
                    Flash.ok(suite, "Le compte « " + identifiant + " » est à jour. Ses droits comptent tout de suite.");
                    return "redirect:" + LISTE;
                },
                () -> formulaire(saisie, compte, model));
    }

    @PostMapping("/{identifiant}/mot-de-passe")
    String reinitialiser(
            @PathVariable String identifiant,
            @RequestParam(defaultValue = "") String motDePasse,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    comptes.reinitialiser(identifiant, motDePasse, agent);
                    sessions.finir(identifiant, null);
                    Flash.ok(
                            suite,
                            "« " + identifiant + " » a un nouveau mot de passe, à changer à la prochaine connexion.");
                    return "redirect:" + LISTE;
                },
                () -> montrer(identifiant, model));
    }

    /** For somebody who lost the telephone and the recovery codes. */
    @PostMapping("/{identifiant}/second-facteur/retrait")
    String retirerLeSecondFacteur(
            @PathVariable String identifiant, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        exiger(identifiant);
        return Saisies.essayer(
                model,
                () -> {
                    secondFacteur.retirer(identifiant, agent);
                    sessions.finir(identifiant, null);
                    Flash.ok(suite, "« " + identifiant + " » mettra un nouveau second facteur en place.");
                    return "redirect:" + LISTE;
                },
                () -> montrer(identifiant, model));
    }

    private String formulaire(Saisie saisie, CompteVue compte, Model model) {
        model.addAttribute("saisie", saisie);
        model.addAttribute("rolesChoisis", saisie.roles() == null ? List.of() : saisie.roles());
        model.addAttribute(
                "identifiantFixe", compte == null ? null : compte.agent().identifiant());
        model.addAttribute(
                "titre",
                compte == null
                        ? "Nouveau compte"
                        : "Compte de " + compte.agent().nomComplet());
        model.addAttribute("secondFacteur", compte != null && secondFacteur.enPlace(compte.agent()));
        model.addAttribute("retour", new Vues.Lien(LISTE, "Les comptes"));
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .map(r -> new Vues.Choix(r.name(), r.libelle(), null))
                        .toList());
        model.addAttribute(
                "antennes",
                antennes.toutes().stream()
                        .map(a -> new Vues.Choix(a.code(), a.nom(), null))
                        .toList());
        model.addAttribute(
                "organismes",
                annuaire.organismes().stream()
                        .map(o -> new Vues.Choix(o.code(), o.nom(), null))
                        .toList());
        model.addAttribute("qualites", qualites());
        return "admin/compte";
    }

    /** The capacities of every instance of today; each once. */
    private List<Vues.Choix> qualites() {
        return instances.toutes(horloge.aujourdhui()).stream()
                .flatMap(i -> i.qualites().stream())
                .map(q -> new Vues.Choix(q.code(), q.libelle(), null))
                .distinct()
                .toList();
    }

    private CompteVue exiger(String identifiant) {
        return comptes.tous().stream()
                .filter(c -> c.agent().identifiant().equals(identifiant))
                .findFirst()
                .orElseThrow(() -> new Introuvable("Aucun compte ne s'appelle ainsi."));
    }

    private static Ligne ligne(CompteVue c, Map<String, String> noms) {
        String roles = c.agent().roles().stream().sorted().map(Role::libelle).collect(Collectors.joining(", "));
        return new Ligne(
                c.agent().identifiant(),
                c.agent().nomComplet(),
                roles,
                noms.get(c.agent().antenne()),
                c.actif(),
                c.echecs() == 0 ? null : Mots.pluriel(c.echecs(), "essai refusé", "essais refusés"));
    }
}
