package fr.jalon.web.securite;

import fr.jalon.agent.AgentConnecte;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** A refused screen, told for what it is: no such page, not one's own, a session that is over, a file over the size. */
@Component
class AccesRefuse implements AccessDeniedHandler {

    private final Routes routes;
    private final DataSize tailleMaximale;

    AccesRefuse(Routes routes, @Value("${spring.servlet.multipart.max-file-size}") DataSize tailleMaximale) {
        this.routes = routes;
        this.tailleMaximale = tailleMaximale;
    }

    @Override
    public void handle(HttpServletRequest requete, HttpServletResponse reponse, AccessDeniedException raison)
            throws IOException {
        if (raison instanceof CsrfException && estTropGrosse(requete)) {
            // The container does not read the fields of a form that is over the size, so its token is missing.
            reponse.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (raison instanceof CsrfException && !estConnecte()) {
            reponse.sendRedirect(estOuverte(requete) ? requete.getRequestURI() : "/connexion?expiree");
        } else if (routes.acces(requete.getMethod(), requete.getRequestURI()).isEmpty()) {
            String permises = MethodesHttp.permises(routes, requete.getRequestURI());
            if (permises.isEmpty()) {
                reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                reponse.setHeader("Allow", permises);
                reponse.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        } else {
            reponse.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** A form that anybody may send is shown again: whoever has no account has nothing to do at the log-in page. */
    private boolean estOuverte(HttpServletRequest requete) {
        String chemin = requete.getRequestURI();
        return !chemin.equals("/connexion")
                && routes.acces("GET", chemin).filter(Routes.Acces::ouvert).isPresent();
    }

    private boolean estTropGrosse(HttpServletRequest requete) {
        String type = requete.getContentType();
        return type != null
                && type.startsWith("multipart/")
                && requete.getContentLengthLong() > tailleMaximale.toBytes();
    }

    private static boolean estConnecte() {
        Authentication qui = SecurityContextHolder.getContext().getAuthentication();
        return qui != null && qui.getPrincipal() instanceof AgentConnecte;
    }
}
