package fr.jalon.web.commun;

import fr.jalon.commun.Introuvable;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.UUID;

/**
 * A letter that is not written yet, kept in the session while its pictures are shown: what was typed never stands in an
 * address. Only the last one is kept.
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record ApercuEnSession(String id, String titre, byte[] pdf) implements Serializable {

    private static final String ATTRIBUT = "apercu";

    /** Keeps it and answers its id. */
    public static String garder(HttpSession session, String titre, byte[] pdf) {
        ApercuEnSession apercu = new ApercuEnSession(UUID.randomUUID().toString(), titre, pdf);
        session.setAttribute(ATTRIBUT, apercu);
        return apercu.id();
    }

    /** @throws Introuvable when another preview took its place */
    public static ApercuEnSession lire(HttpSession session, String id) {
        if (session.getAttribute(ATTRIBUT) instanceof ApercuEnSession apercu
                && apercu.id().equals(id)) {
            return apercu;
        }
        throw new Introuvable("Cet aperçu n'est plus gardé : demandez-le à nouveau.");
    }
}
