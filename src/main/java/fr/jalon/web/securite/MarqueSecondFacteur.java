package fr.jalon.web.securite;

import fr.jalon.agent.Agent;
import fr.jalon.agent.SecondFacteur;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Whether a session passed the second factor, and the cookie of a remembered device. */
@Component
public class MarqueSecondFacteur {

    private static final String PASSE = "secondFacteurPasse";

    private final SecondFacteur facteur;
    private final boolean securise;

    MarqueSecondFacteur(
            SecondFacteur facteur, @Value("${server.servlet.session.cookie.secure:true}") boolean securise) {
        this.facteur = facteur;
        this.securise = securise;
    }

    /** The prefix binds the cookie to this very host; it needs a secure one. */
    private String nom() {
        return securise ? "__Host-JALON-APPAREIL" : "JALON-APPAREIL";
    }

    /** Whether the account still has to show its second factor in this session. */
    boolean manque(Agent agent, HttpServletRequest requete) {
        HttpSession session = requete.getSession(false);
        if (!facteur.actif() || session == null || agent.identifiant().equals(session.getAttribute(PASSE))) {
            return false;
        }
        if (!facteur.exige(agent)) {
            return false;
        }
        if (facteur.enPlace(agent) && appareilConnu(agent, requete)) {
            passer(agent, session);
            return false;
        }
        return true;
    }

    /** Bears the name of the account: another log-in in the same session passes it again. */
    public void passer(Agent agent, HttpSession session) {
        session.setAttribute(PASSE, agent.identifiant());
    }

    private boolean appareilConnu(Agent agent, HttpServletRequest requete) {
        return requete.getCookies() != null
                && Arrays.stream(requete.getCookies())
                        .filter(c -> c.getName().equals(nom()))
                        .map(Cookie::getValue)
                        .anyMatch(jeton -> facteur.appareilConnu(agent, jeton));
    }

    public void retenir(Agent agent, String navigateur, HttpServletResponse reponse) {
        ResponseCookie biscuit = ResponseCookie.from(nom(), facteur.retenirAppareil(agent, navigateur))
                .httpOnly(true)
                .secure(securise)
                .sameSite("Lax")
                .path("/")
                .maxAge(SecondFacteur.MEMOIRE)
                .build();
        reponse.addHeader(HttpHeaders.SET_COOKIE, biscuit.toString());
    }
}
