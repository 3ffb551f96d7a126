package fr.jalon.web.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The methods of HTTP as RFC 9110 says them, for every path of the table, before anything else looks at the request: OPTIONS
 * tells what a path knows, TRACE and what is no method at all are refused with that list. HEAD is a GET for the rest of Jalon.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class MethodesHttp extends OncePerRequestFilter {

    private static final Set<String> CONNUES = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Routes routes;
    private final RefusApi refus;

    MethodesHttp(Routes routes, RefusApi refus) {
        this.routes = routes;
        this.refus = refus;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        String methode = requete.getMethod();
        if (!CONNUES.contains(methode)) {
            EntetesDeSecurite.ecrire(reponse);
            reponse.setHeader("Allow", permises(routes, requete.getRequestURI()));
            refus.methode(requete, reponse);
            return;
        }
        String permises = "OPTIONS".equals(methode) ? permises(routes, requete.getRequestURI()) : "";
        if (permises.isEmpty()) {
            chaine.doFilter(requete, reponse);
            return;
        }
        EntetesDeSecurite.ecrire(reponse);
        reponse.setHeader("Allow", permises);
        reponse.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** What the header Allow says of a path; empty when the table does not know it. */
    static String permises(Routes routes, String chemin) {
        Set<HttpMethod> methodes;
        try {
            methodes = routes.methodes(chemin);
        } catch (IllegalArgumentException e) {
            // No path at all: the firewall refuses it.
            return "";
        }
        Set<String> noms = methodes.stream().map(HttpMethod::name).collect(Collectors.toCollection(TreeSet::new));
        if (noms.isEmpty()) {
            return "";
        }
        if (noms.contains("GET")) {
            noms.add("HEAD");
        }
        noms.add("OPTIONS");
        return String.join(", ", noms);
    }
}
