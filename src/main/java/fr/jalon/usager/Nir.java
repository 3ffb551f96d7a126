package fr.jalon.usager;

import java.util.Locale;

/** Form of the French social security number: 13 characters and a key, which is 97 minus the number modulo 97 (Corsica: 2A counts 19, 2B counts 18). */
final class Nir {

    private Nir() {}

    /** The number without the blanks and points that people put between its parts, Corsica in capitals. */
    static String compact(String nir) {
        return nir.replaceAll("[\\s.]", "").toUpperCase(Locale.ROOT);
    }

    static boolean estValide(String nir) {
        if (!nir.matches("[123478][0-9]{4}(?:[0-9]{2}|2A|2B)[0-9]{6}[0-9]{2}")) {
            return false;
        }
        String corps = nir.substring(0, 13).replace("2A", "19").replace("2B", "18");
        long cle = 97 - Long.parseLong(corps) % 97;
        return cle == Long.parseLong(nir.substring(13));
    }
}
