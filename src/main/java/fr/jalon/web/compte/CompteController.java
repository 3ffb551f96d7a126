package fr.jalon.web.compte;

import fr.jalon.agent.Agent;
import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/compte")
class CompteController {

    private static final String PAGE = "redirect:/compte";
    private static final int LONGUEUR_LIBELLE = 80;

    private final Comptes comptes;
    private final Authentification authentification;

    CompteController(Comptes comptes, Authentification authentification) {
        this.comptes = comptes;
        this.authentification = authentification;
    }

    /** A token in the list. */
    record JetonEcran(UUID id, String libelle, String creeLe) {}

    @GetMapping
    String compte(@AuthenticationPrincipal AgentConnecte connecte, Model model) {
        return page(connecte, model);
    }

    @PostMapping("/mot-de-passe")
    String changer(
            @RequestParam String actuel,
            @RequestParam String nouveau,
            @RequestParam String confirmation,
            @AuthenticationPrincipal AgentConnecte connecte,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    if (!Objects.equals(nouveau, confirmation)) {
                        throw new SaisieInvalide("confirmation", "Les deux saisies du nouveau mot de passe diffèrent.");
                    }
                    comptes.changerMotDePasse(connecte.agent(), actuel, nouveau);
                    Flash.ok(suite, "Votre mot de passe est changé.");
                    return connecte.motDePasseAChanger() ? "redirect:/" : PAGE;
                },
                () -> page(connecte, model));
    }

    @PostMapping("/jetons")
    String creerJeton(
            @RequestParam String libelle,
            @AuthenticationPrincipal AgentConnecte connecte,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("libelleJeton", libelle);
        return Saisies.essayer(
                model,
                () -> {
                    String net = Textes.ouNull(libelle);
                    if (net == null || net.length() > LONGUEUR_LIBELLE) {
                        throw new SaisieInvalide(
                                "libelle",
                                "Dites à quoi ce jeton servira, en " + LONGUEUR_LIBELLE + " caractères au plus.");
                    }
                    // Drawn by this very answer and kept nowhere: neither in the session nor in the database.
                    model.addAttribute("jetonNeuf", authentification.creerJeton(connecte.agent(), net));
                    model.addAttribute("libelleJeton", null);
                    return page(connecte, model);
                },
                () -> page(connecte, model));
    }

    @PostMapping("/jetons/{id}/revocation")
    String revoquer(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        authentification.revoquer(agent, id);
        Flash.ok(suite, "Le jeton ne permet plus rien.");
        return PAGE;
    }

    private String page(AgentConnecte connecte, Model model) {
        Agent agent = connecte.agent();
        model.addAttribute("premier", connecte.motDePasseAChanger());
        model.addAttribute(
                "identite",
                List.of(
                        new Vues.Paire("Nom", agent.nomComplet()),
                        new Vues.Paire("Identifiant", agent.identifiant()),
                        new Vues.Paire("Fonction imprimée sur les courriers", agent.qualite()),
                        new Vues.Paire(
                                "Rôles",
                                agent.roles().stream()
                                        .sorted(Comparator.naturalOrder())
                                        .map(Role::libelle)
                                        .reduce((a, b) -> a + ", " + b)
                                        .orElse(""))));
        model.addAttribute(
                "jetons",
                authentification.jetons(agent).stream()
                        .map(j -> new JetonEcran(j.id(), j.libelle(), Mots.moment(j.creeLe())))
                        .toList());
        return "compte/compte";
    }
}
