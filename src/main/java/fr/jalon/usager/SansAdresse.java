package fr.jalon.usager;

import fr.jalon.commun.Textes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What stands in an address and is none: "SDF", "hébergé", "inconnue", a town alone. No letter goes there, and two persons do not look
 * alike by it. The words are {@code usager/sans-adresse.csv}.
 */
public final class SansAdresse {

    private static final String SANS = "SANS";
    private static final Map<String, String> SENS = lire();
    /** The code and the town of an address in its search form. */
    private static final Pattern CODE_ET_VILLE = Pattern.compile("(?:^| )\\d{5} \\p{L}.*$");

    private SansAdresse() {}

    /** Whether the words say that the person has no home: the domiciliation is then to be asked. */
    public static boolean sansDomicile(String adresse) {
        return SANS.equals(SENS.get(voie(adresse)));
    }

    /** Whether something is written, and no letter could go there. A town alone may be an address: it is not told here. */
    public static boolean estVague(String adresse) {
        return SENS.containsKey(voie(adresse))
                || (Textes.ouNull(adresse) != null && Textes.recherche(adresse).isEmpty());
    }

    /** The search form of what an address says of a person; empty when it says the town at most. */
    static String quiDit(String adresse) {
        return estVague(adresse) || voie(adresse).isEmpty() ? "" : Textes.recherche(adresse);
    }

    /** One says no less than the street of the other, and no other street; both as {@link #quiDit} gives them. */
    static boolean memeEndroit(String une, String autre) {
        return !une.isEmpty()
                && !autre.isEmpty()
                && ((une + " ").startsWith(autre + " ") || (autre + " ").startsWith(une + " "));
    }

    private static String voie(String adresse) {
        return CODE_ET_VILLE.matcher(Textes.recherche(adresse)).replaceFirst("").strip();
    }

    private static Map<String, String> lire() {
        try (BufferedReader lignes = new BufferedReader(new InputStreamReader(
                new ClassPathResource("usager/sans-adresse.csv").getInputStream(), StandardCharsets.UTF_8))) {
            return lignes.lines()
                    .filter(l -> !l.startsWith("#"))
                    .skip(1)
                    .map(l -> l.split(";"))
                    .collect(Collectors.toUnmodifiableMap(l -> l[0], l -> l[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
