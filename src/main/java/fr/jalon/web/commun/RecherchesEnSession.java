package fr.jalon.web.commun;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What was searched, kept in the session under a short key that the address carries: a name never stands in an address,
 * and the page can still be reloaded, turned and left.
 */
public final class RecherchesEnSession implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUT = "recherches";
    private static final int GARDEES = 20;

    private final LinkedHashMap<String, LinkedHashMap<String, String>> parCle = new LinkedHashMap<>();
    /** Part of every key: an address sent to somebody else never finds what that other one searched. */
    private final String marque =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private int suivante = 1;

    private RecherchesEnSession() {}

    /** Keeps the words and answers their key. */
    public static String garder(HttpSession session, Map<String, String> mots) {
        RecherchesEnSession recherches = lire(session);
        String cle = recherches.marque + "-" + recherches.suivante++;
        recherches.parCle.put(cle, new LinkedHashMap<>(mots));
        if (recherches.parCle.size() > GARDEES) {
            recherches.parCle.remove(recherches.parCle.keySet().iterator().next());
        }
        session.setAttribute(ATTRIBUT, recherches);
        return cle;
    }

    public static String garder(HttpSession session, String mots) {
        return garder(session, Map.of("mots", mots));
    }

    /** The words of a key, empty when the session does not know it. */
    public static Map<String, String> relire(HttpSession session, String cle) {
        LinkedHashMap<String, String> mots =
                cle == null ? null : lire(session).parCle.get(cle);
        return mots == null ? Map.of() : Map.copyOf(mots);
    }

    public static String mots(HttpSession session, String cle) {
        return relire(session, cle).getOrDefault("mots", "");
    }

    private static RecherchesEnSession lire(HttpSession session) {
        return session.getAttribute(ATTRIBUT) instanceof RecherchesEnSession recherches
                ? recherches
                : new RecherchesEnSession();
    }
}
