package fr.jalon.web.securite;

import fr.jalon.agent.AgentConnecte;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A form with files is only read for somebody who is logged in: reading it takes memory, and the CSRF check would read it first. */
class FichiersDesConnectes extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest requete) {
        String type = requete.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        Authentication qui = SecurityContextHolder.getContext().getAuthentication();
        if (qui != null && qui.getPrincipal() instanceof AgentConnecte) {
            chaine.doFilter(requete, reponse);
        } else {
            reponse.sendRedirect("/connexion");
        }
    }
}
