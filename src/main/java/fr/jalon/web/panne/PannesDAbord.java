package fr.jalon.web.panne;

import fr.jalon.commun.Panne;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets a broken database or a full disk through to {@link FiltreDesPannes} before any other handler sees it. Spring MVC takes the end
 * of a stream among the causes for a caller that left, and answers 200 with nothing: a connection to the database that breaks ends
 * just so, and what was rolled back would be told as done.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PannesDAbord implements HandlerExceptionResolver {

    @Override
    public ModelAndView resolveException(
            HttpServletRequest requete, HttpServletResponse reponse, Object acte, Exception e) {
        if (Panne.dans(e).isEmpty()) {
            return null;
        }
        throw e instanceof RuntimeException echec ? echec : new IllegalStateException(e);
    }
}
