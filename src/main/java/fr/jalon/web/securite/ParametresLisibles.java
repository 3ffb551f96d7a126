package fr.jalon.web.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Refuses parameters that cannot be read ({@code ?q=%zz}, bytes that are no UTF-8), before anything asks for one: the server would
 * throw there, once for each reader, with the value in its message.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 16)
class ParametresLisibles extends OncePerRequestFilter {

    /** A value without a name. */
    private static final Pattern SANS_NOM = Pattern.compile("(^|&)=");

    private final RefusApi refus;

    ParametresLisibles(RefusApi refus) {
        this.refus = refus;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        if (adresseLisible(requete.getQueryString()) && formulaireLisible(requete)) {
            chaine.doFilter(requete, reponse);
        } else {
            EntetesDeSecurite.ecrire(reponse);
            refus.parametres(requete, reponse);
        }
    }

    private static boolean adresseLisible(String recherche) {
        if (recherche == null) {
            return true;
        }
        if (SANS_NOM.matcher(recherche).find()) {
            return false;
        }
        try {
            byte[] octets = UriUtils.decode(recherche.replace('+', ' '), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException illisible) {
            return false;
        }
    }

    /** Read here, as the first reader would; what comes with files is left to whoever bounds them. */
    private static boolean formulaireLisible(HttpServletRequest requete) {
        String type = requete.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return true;
        }
        try {
            requete.getParameterNames();
            return true;
        } catch (IllegalStateException illisible) {
            return false;
        }
    }
}
