package fr.jalon.web.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body whose type is no type, or any type at all: what reads it further on would fail in ways of its own. */
class TypeLisible extends OncePerRequestFilter {

    private final RefusApi refus;

    TypeLisible(RefusApi refus) {
        this.refus = refus;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        if (lisible(requete.getContentType())) {
            chaine.doFilter(requete, reponse);
        } else {
            refus.type(requete, reponse);
        }
    }

    private static boolean lisible(String type) {
        if (type == null || type.isBlank()) {
            return true;
        }
        try {
            return MediaType.parseMediaType(type).isConcrete();
        } catch (InvalidMediaTypeException e) {
            // Not even the form of a type.
            return false;
        }
    }
}
