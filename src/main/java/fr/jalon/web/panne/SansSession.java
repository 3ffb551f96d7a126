package fr.jalon.web.panne;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the sessions, which are in the database, away from style sheets and scripts: Spring looks for a message to show in every
 * session that it can find, and the page of a broken database is drawn with them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class SansSession extends OncePerRequestFilter {

    /** The mark by which that filter knows that it has nothing left to do. */
    private static final String DEJA_FAIT = SessionRepositoryFilter.class.getName() + ".FILTERED";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest requete) {
        return !requete.getRequestURI().startsWith("/lib/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        requete.setAttribute(DEJA_FAIT, true);
        chaine.doFilter(requete, reponse);
    }
}
