package fr.jalon.web.securite;

import fr.jalon.agent.AgentConnecte;
import fr.jalon.agent.Authentification;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the account again at each page: a role taken away or an account disabled counts at once, on every node. Ends a
 * session after its longest life, sends somebody with a first password to change it, and who must show a second factor to show it.
 */
class SessionVerifiee extends OncePerRequestFilter {

    /** A first password opens nothing but its own change: no token, no device is made with what somebody else gave. */
    private static final Set<String> AVANT_DE_CHANGER = Set.of("/compte", "/compte/mot-de-passe", "/deconnexion");

    private final Authentification authentification;
    private final MarqueSecondFacteur secondFacteur;
    private final Duration absolue;

    SessionVerifiee(Authentification authentification, MarqueSecondFacteur secondFacteur, Duration absolue) {
        this.authentification = authentification;
        this.secondFacteur = secondFacteur;
        this.absolue = absolue;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest requete) {
        String chemin = requete.getRequestURI();
        return chemin.startsWith("/lib/") || chemin.startsWith("/connexion");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        Authentication qui = SecurityContextHolder.getContext().getAuthentication();
        if (qui != null && qui.getPrincipal() instanceof AgentConnecte connecte) {
            HttpSession session = requete.getSession(false);
            boolean perimee =
                    session != null && session.getCreationTime() + absolue.toMillis() < System.currentTimeMillis();
            Optional<AgentConnecte> relu = perimee ? Optional.empty() : authentification.relire(connecte.getUsername());
            if (relu.isEmpty()) {
                SecurityContextHolder.clearContext();
                if (session != null) {
                    session.invalidate();
                }
                reponse.sendRedirect("/connexion?expiree");
                return;
            }
            if (relu.get().motDePasseAChanger() && !AVANT_DE_CHANGER.contains(requete.getRequestURI())) {
                reponse.sendRedirect("/compte?premier");
                return;
            }
            if (!requete.getRequestURI().startsWith("/second-facteur")
                    && !requete.getRequestURI().equals("/deconnexion")
                    && !relu.get().motDePasseAChanger()
                    && secondFacteur.manque(relu.get().agent(), requete)) {
                reponse.sendRedirect("/second-facteur");
                return;
            }
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            relu.get(), null, relu.get().getAuthorities()));
        }
        chaine.doFilter(requete, reponse);
    }
}
