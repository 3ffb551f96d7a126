package fr.jalon.web.commun;

import fr.jalon.agent.Agent;
import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Antennes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the frame of every page shows: the menu of the account, who works, the search. */
@Component
public class Cadre {

    private static final String RECHERCHE = "/recherche";

    private final Menu menu;
    private final Antennes antennes;

    Cadre(Menu menu, Antennes antennes) {
        this.menu = menu;
        this.antennes = antennes;
    }

    /** Adds what the page has not set itself; a page that has its own menu is left alone. */
    public void poser(Map<String, Object> modele, HttpServletRequest requete) {
        Optional<Agent> agent = agent();
        if (agent.isEmpty() || modele.containsKey("menu")) {
            return;
        }
        Agent qui = agent.get();
        modele.put("menu", menu.pour(qui, requete.getRequestURI()));
        modele.putIfAbsent("compte", compte(qui));
        if (menu.permet("POST", RECHERCHE, qui)) {
            modele.putIfAbsent("recherche", RECHERCHE);
        }
    }

    private Vues.Compte compte(Agent agent) {
        String antenne = agent.antenne() == null
                ? null
                : antennes.parCode(agent.antenne()).nom();
        return new Vues.Compte(agent.nomComplet(), agent.qualite(), antenne);
    }

    private static Optional<Agent> agent() {
        Authentication qui = SecurityContextHolder.getContext().getAuthentication();
        return qui != null && qui.getPrincipal() instanceof AgentConnecte connecte
                ? Optional.of(connecte.agent())
                : Optional.empty();
    }
}
