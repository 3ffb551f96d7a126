package fr.jalon.web.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a form with files in when {@link MemoireDesEnvois} has room for it, once it is known who sends it. */
class EnvoisBornes extends OncePerRequestFilter {

    private static final String REESSAYER_DANS_S = "30";

    private final MemoireDesEnvois memoire;
    private final RefusApi refus;

    EnvoisBornes(MemoireDesEnvois memoire, RefusApi refus) {
        this.memoire = memoire;
        this.refus = refus;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest requete) {
        String type = requete.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        if (!place(requete)) {
            reponse.setHeader("Retry-After", REESSAYER_DANS_S);
            refus.tropDEnvois(requete, reponse);
            return;
        }
        try {
            chaine.doFilter(requete, reponse);
        } finally {
            memoire.rendre(requete);
        }
    }

    private boolean place(HttpServletRequest requete) {
        try {
            return memoire.attendre(requete);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
