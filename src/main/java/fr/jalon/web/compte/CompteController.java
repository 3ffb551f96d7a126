package fr.jalon.web.compte;

import fr.jalon.agent.Agent;
import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Authentification;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.JetonVue;
import fr.jalon.agent.PorteeJeton;
import fr.jalon.agent.Role;
import fr.jalon.agent.SecondFacteur;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.securite.SessionsDuCompte;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final Map<String, String> DUREES = new LinkedHashMap<>();

    static {
        DUREES.put("30", "30 jours");
        DUREES.put("90", "90 jours");
        DUREES.put("365", "Un an");
    }

    private final Comptes comptes;
    private final Authentification authentification;
    private final SessionsDuCompte sessions;
    private final SecondFacteur facteur;

    CompteController(
            Comptes comptes, Authentification authentification, SessionsDuCompte sessions, SecondFacteur facteur) {
        this.comptes = comptes;
        this.authentification = authentification;
        this.sessions = sessions;
        this.facteur = facteur;
    }

    /** A token in the list. */
    record JetonEcran(UUID id, String libelle, String portee, String dates) {}

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
            HttpSession session,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    if (!Objects.equals(nouveau, confirmation)) {
                        throw new SaisieInvalide("confirmation", "Les deux saisies du nouveau mot de passe diffèrent.");
                    }
                    comptes.changerMotDePasse(connecte.agent(), actuel, nouveau);
                    int autres = sessions.finir(connecte.getUsername(), session.getId());
                    Flash.ok(
                            suite,
                            "Votre mot de passe est changé."
                                    + (autres == 0 ? "" : " Vos autres sessions sont terminées."));
                    return connecte.motDePasseAChanger() ? "redirect:/" : PAGE;
                },
                () -> page(connecte, model));
    }

    @PostMapping("/jetons")
    String creerJeton(
            @RequestParam String libelle,
            @RequestParam(defaultValue = "API") String portee,
            @RequestParam(defaultValue = "90") String duree,
            @RequestParam(defaultValue = "") String motDePasse,
            @AuthenticationPrincipal AgentConnecte connecte,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("libelleJeton", libelle);
        model.addAttribute("porteeJeton", portee);
        model.addAttribute("dureeJeton", duree);
        return Saisies.essayer(
                model,
                () -> {
                    String net = Textes.ouNull(libelle);
                    if (net == null || net.length() > LONGUEUR_LIBELLE) {
                        throw new SaisieInvalide(
                                "libelle",
                                "Dites à quoi ce jeton servira, en " + LONGUEUR_LIBELLE + " caractères au plus.");
                    }
                    PorteeJeton permet = portee(portee);
                    Duration temps = duree(duree);
                    // A session left open for a minute must not become an access for a year
                    comptes.confirmer(connecte.agent(), "motDePasse", motDePasse);
                    // Drawn by this very answer and kept nowhere: neither in the session nor in the database.
                    model.addAttribute("jetonNeuf", authentification.creerJeton(connecte.agent(), net, permet, temps));
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

    private static PorteeJeton portee(String code) {
        return Arrays.stream(PorteeJeton.values())
                .filter(p -> p.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("portee", "Choisissez ce que le jeton permet."));
    }

    private static Duration duree(String jours) {
        if (!DUREES.containsKey(jours)) {
            throw new SaisieInvalide("duree", "Choisissez une durée de la liste.");
        }
        return Duration.ofDays(Long.parseLong(jours));
    }

    private static String dates(JetonVue j) {
        return "créé le " + Mots.moment(j.creeLe())
                + (j.expireLe() == null
                        ? ", sans date de fin : remplacez-le"
                        : ", jusqu’au " + Mots.moment(j.expireLe()))
                + (j.serviLe() == null ? ", jamais utilisé" : ", utilisé le " + Mots.moment(j.serviLe()));
    }

    private String page(AgentConnecte connecte, Model model) {
        SecondFacteurController.decrire(facteur, connecte.agent(), model);
        model.addAttribute(
                "portees",
                Arrays.stream(PorteeJeton.values())
                        .map(p -> new Vues.Choix(p.name(), p.libelle(), null))
                        .toList());
        model.addAttribute(
                "durees",
                DUREES.entrySet().stream()
                        .map(d -> new Vues.Choix(d.getKey(), d.getValue(), null))
                        .toList());
        if (!model.containsAttribute("porteeJeton")) {
            model.addAttribute("porteeJeton", PorteeJeton.LECTURE.name());
            model.addAttribute("dureeJeton", "90");
        }
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
                        .map(j -> new JetonEcran(j.id(), j.libelle(), j.portee().libelle(), dates(j)))
                        .toList());
        return "compte/compte";
    }
}
