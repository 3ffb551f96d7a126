package fr.jalon.usager;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The French social security number: 13 characters and a key, which is 97 minus the number modulo 97 (Corsica: 2A counts 19, 2B
 * counts 18). The first says the sex, the next ones the year and the month of birth; provisional numbers begin with 3, 4, 7 or 8.
 */
public final class Nir {

    private static final String CORPS = "[123478][0-9]{4}(?:[0-9]{2}|2A|2B)[0-9]{6}";
    private static final int SANS_CLE = 13;
    private static final int DECEMBRE = 12;
    /** From this month on, the number says that the month was not known or that the register had no room left. */
    private static final int MOIS_FICTIF = 20;

    private Nir() {}

    /** The number without the blanks, points, bars and hyphens that people put between its parts, nor the word "clé"; Corsica in capitals. */
    public static String compact(String nir) {
        return nir.replaceAll("(?iu)cl[ée]\\s*:?|[\\s./|_\\u00a0\\u202f\\u2011-]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Same, with its key when the number has its thirteen characters alone. */
    public static String complet(String nir) {
        String net = compact(nir);
        return net.length() == SANS_CLE && net.matches(CORPS) ? net + "%02d".formatted(cle(net)) : net;
    }

    public static boolean estValide(String nir) {
        return nir.matches(CORPS + "[0-9]{2}") && cle(nir) == Long.parseLong(nir.substring(SANS_CLE));
    }

    private static long cle(String nir) {
        String corps = nir.substring(0, SANS_CLE).replace("2A", "19").replace("2B", "18");
        return 97 - Long.parseLong(corps) % 97;
    }

    /**
     * What a right number says that the card does not: sex, year, month, in French; none for a provisional number. A
     * difference proves nothing, so it is confirmed by a person.
     *
     * @param nir 15 characters with a right key
     */
    public static List<String> ecarts(String nir, String civilite, Naissance naissance) {
        List<String> ecarts = new ArrayList<>();
        char sexe = nir.charAt(0);
        if (sexe != '1' && sexe != '2') {
            return ecarts;
        }
        if ("MME".equals(civilite) && sexe == '1') {
            ecarts.add("il est celui d'un homme");
        } else if ("M".equals(civilite) && sexe == '2') {
            ecarts.add("il est celui d'une femme");
        }
        int mois = Integer.parseInt(nir.substring(3, 5));
        if (naissance != null) {
            if (Integer.parseInt(nir.substring(1, 3)) != naissance.annee() % 100) {
                ecarts.add("il dit une naissance en " + nir.substring(1, 3));
            }
            if (mois >= 1 && mois <= DECEMBRE && naissance.mois() != null && mois != naissance.mois()) {
                ecarts.add("il dit une naissance au mois " + nir.substring(3, 5));
            }
        }
        if (mois == 0 || (mois > DECEMBRE && mois < MOIS_FICTIF)) {
            ecarts.add("il porte un mois qui n'existe pas");
        }
        return ecarts;
    }

    /** The sentence that asks for a second reading. */
    public static String aConfirmer(List<String> ecarts) {
        return "Ce numéro de sécurité sociale ne va pas avec la fiche : " + String.join(", ", ecarts) + ".";
    }
}
