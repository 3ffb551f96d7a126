package fr.jalon.commun;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Months as people write them in French, whole or cut short: "mars", "févr.", "AOUT". */
public final class MoisEnLettres {

    private static final List<String> NOMS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");
    private static final int COURT = 3;

    private MoisEnLettres() {}

    /** From 1 to 12; empty when it is none, or when what is left of it may be two months. */
    public static OptionalInt numero(String nom) {
        String net = sansAccents(nom);
        List<String> noms = net.length() < COURT
                ? List.of()
                : NOMS.stream().filter(n -> n.startsWith(net)).toList();
        return noms.size() == 1 ? OptionalInt.of(NOMS.indexOf(noms.get(0)) + 1) : OptionalInt.empty();
    }

    /** Small letters without their accents. */
    public static String sansAccents(String texte) {
        return Normalizer.normalize(texte.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
