package fr.jalon.web.connexion;

import fr.jalon.agent.AgentConnecte;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ConnexionController {

    private static final String DERNIER_IDENTIFIANT = "identifiantSaisi";

    /** Why the page is shown is said by a parameter; what it holds is never printed but the seconds to wait. */
    @GetMapping("/connexion")
    String connexion(
            @RequestParam Map<String, String> raisons,
            @AuthenticationPrincipal AgentConnecte deja,
            HttpSession session,
            Model model) {
        if (deja != null) {
            return "redirect:/";
        }
        model.addAttribute("echec", echec(raisons));
        if (raisons.containsKey("au-revoir")) {
            model.addAttribute("flash", List.of(new Vues.Message("ok", "Vous êtes déconnecté. À bientôt.", null)));
        } else if (raisons.containsKey("expiree")) {
            model.addAttribute(
                    "flash",
                    List.of(new Vues.Message(
                            "attention",
                            "Votre session est terminée. Connectez-vous : votre saisie sera remise dans les champs.",
                            null)));
        }
        if (session.getAttribute(DERNIER_IDENTIFIANT) instanceof String identifiant) {
            model.addAttribute("identifiant", identifiant);
        }
        return "connexion/connexion";
    }

    private static String echec(Map<String, String> raisons) {
        String attente = raisons.get("attente");
        if (attente != null && attente.matches("\\d{1,4}")) {
            int secondes = Integer.parseInt(attente);
            return "Trop d’essais refusés. Attendez "
                    + (secondes < 90
                            ? Mots.pluriel(secondes, "seconde", "secondes")
                            : Mots.pluriel((secondes + 59) / 60, "minute", "minutes"))
                    + ", puis recommencez.";
        }
        return raisons.containsKey("erreur")
                ? "L’identifiant ou le mot de passe ne convient pas. Vérifiez les majuscules, puis recommencez."
                : null;
    }
}
