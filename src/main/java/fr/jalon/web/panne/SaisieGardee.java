package fr.jalon.web.panne;

import fr.jalon.web.commun.Mots;
import fr.jalon.web.securite.MemoireDesEnvois;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What somebody typed in a form that could not be handled, to be given back by the page itself: the session cannot keep it, being
 * in the database. Never a password, never a file.
 */
@Component
class SaisieGardee {

    private static final Logger LOG = LoggerFactory.getLogger(SaisieGardee.class);

    /** Names of the password fields of all forms; a test compares them with the templates. */
    static final Set<String> SECRETS = Set.of("motdepasse", "actuel", "nouveau", "confirmation", "code", "jeton");

    private static final int CHAMPS_MAX = 2_000;

    private final MemoireDesEnvois memoire;

    SaisieGardee(MemoireDesEnvois memoire) {
        this.memoire = memoire;
    }

    /**
     * One field to send again.
     *
     * @param montre whether a person wrote it: a hidden field is sent again without being shown
     */
    public record Champ(String nom, String valeur, boolean montre) {

        /** The name in words: the page that knows its label cannot be drawn. */
        public String libelle() {
            return Mots.enMots(nom);
        }
    }

    List<Champ> de(HttpServletRequest requete) {
        if (!"POST".equals(requete.getMethod()) || requete.getRequestURI().startsWith("/api/")) {
            return List.of();
        }
        boolean fichiers = requete.getContentType() != null
                && requete.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (!fichiers) {
            return champs(requete);
        }
        if (!memoire.essayer(requete)) {
            return List.of();
        }
        try {
            return champs(requete);
        } finally {
            memoire.rendre(requete);
        }
    }

    private static List<Champ> champs(HttpServletRequest requete) {
        List<Champ> champs = new ArrayList<>();
        try {
            requete.getParameterMap().forEach((nom, valeurs) -> {
                for (String valeur : valeurs) {
                    if (!secret(nom) && champs.size() < CHAMPS_MAX) {
                        champs.add(new Champ(nom, valeur, montre(nom, valeur)));
                    }
                }
            });
        } catch (IllegalStateException | org.springframework.security.web.firewall.RequestRejectedException e) {
            LOG.debug("Formulaire illisible : rien n'en est gardé", e);
            return List.of();
        }
        return champs;
    }

    static boolean secret(String nom) {
        return SECRETS.contains(nom.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    private static boolean montre(String nom, String valeur) {
        return !nom.startsWith("_") && !valeur.isBlank();
    }
}
