package fr.jalon.web.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One address, one way to write it: a letter or a digit of a path written as {@code %61} (RFC 3986, section 2.3: never needed) would be
 * read one way by what chooses the rules of a call and another by what answers it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class CheminsSimples extends OncePerRequestFilter {

    private static final Pattern INUTILE =
            Pattern.compile("%(?:[46][1-9A-Fa-f]|[57][0-9Aa]|3[0-9]|2[DdEe]|5[Ff]|7[Ee])");

    private final RefusApi refus;

    CheminsSimples(RefusApi refus) {
        this.refus = refus;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        if (INUTILE.matcher(requete.getRequestURI()).find()) {
            EntetesDeSecurite.ecrire(reponse);
            refus.chemin(requete, reponse);
            return;
        }
        chaine.doFilter(requete, reponse);
    }
}
