package fr.jalon.web.panne;

import fr.jalon.commun.Panne;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The last to see a failure, around the sessions and the log-in, which need the database themselves: a broken database is a 503
 * and a full disk a 507, in French, never a 500. {@link PannesDAbord} brings these two here before any
 * handler of the screens or of the API.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FiltreDesPannes extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FiltreDesPannes.class);

    private final ReponseDePanne reponses;

    FiltreDesPannes(ReponseDePanne reponses) {
        this.reponses = reponses;
    }

    /** The page of an error needs the database as well: its menu, its account. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        try {
            chaine.doFilter(requete, reponse);
        } catch (ServletException | IOException | RuntimeException e) {
            Optional<Panne> panne = Panne.dans(e);
            if (panne.isEmpty() || reponse.isCommitted()) {
                throw e;
            }
            // The first cause alone: a hundred requests a second fail while the database is away.
            LOG.warn("{} : {} refusé", panne.get(), requete.getMethod());
            LOG.debug("Cause", e);
            reponses.ecrire(panne.get(), requete, reponse);
        }
    }
}
