package fr.jalon.essais;

import com.microsoft.playwright.options.Cookie;
import fr.jalon.agent.Agent;
import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Authentification;
import fr.jalon.navigateur.Ecran;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Opens a session for an agent without the log-in page, for the browser tests of other screens. */
public final class SessionDEssai {

    private SessionDEssai() {}

    public static void ouvrir(Ecran ecran, String adresse, Agent agent, ApplicationContext contexte) {
        @SuppressWarnings("unchecked")
        SessionRepository<Session> sessions = contexte.getBean(SessionRepository.class);
        AgentConnecte connecte = contexte.getBean(Authentification.class)
                .relire(agent.identifiant())
                .orElseThrow();
        Session session = sessions.createSession();
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(connecte, null, connecte.getAuthorities())));
        sessions.save(session);
        String valeur = Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
        ecran.page().context().addCookies(List.of(new Cookie("JALON", valeur).setUrl(adresse)));
    }
}
