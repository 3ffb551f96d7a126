package fr.jalon.usager;

import fr.jalon.commun.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers as people write them: several in a cell, with or without the country, and the ones that nobody can dial. */
public final class Telephones {

    private static final Pattern SEPARATEURS =
            Pattern.compile("[,;/|\\n\\r]+|\\s+(?:ou|et|-)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORME = Pattern.compile("\\+?[0-9 .()\\u00a0\\u202f\\u2011-]+");
    private static final Pattern FRANCAIS = Pattern.compile("0[1-9]\\d{8}");
    private static final Pattern ETRANGER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern SANS_ZERO = Pattern.compile("[1-9]\\d{8}");
    private static final int FRANCAIS_CHIFFRES = 10;

    private Telephones() {}

    /** The numbers of a text, in their order; two numbers that only a blank separates are two. */
    public static List<String> separer(String texte) {
        List<String> numeros = new ArrayList<>();
        if (texte == null) {
            return numeros;
        }
        for (String part : SEPARATEURS.split(texte)) {
            String net = Textes.ouNull(part);
            if (net != null) {
                String chiffres = net.replaceAll("[^0-9]", "");
                if (FORME.matcher(net).matches()
                        && chiffres.length() == 2 * FRANCAIS_CHIFFRES
                        && FRANCAIS.matcher(chiffres.substring(0, FRANCAIS_CHIFFRES))
                                .matches()
                        && FRANCAIS.matcher(chiffres.substring(FRANCAIS_CHIFFRES))
                                .matches()) {
                    numeros.add(chiffres.substring(0, FRANCAIS_CHIFFRES));
                    numeros.add(chiffres.substring(FRANCAIS_CHIFFRES));
                } else {
                    numeros.add(net);
                }
            }
        }
        return numeros;
    }

    /** Comparable form: "+33 6 11 22 33 44" and "06.11.22.33.44" give the same; null gives null. */
    public static String cle(String numero) {
        if (numero == null) {
            return null;
        }
        String net = numero.replace("(0)", "").replaceAll("[^0-9+]", "");
        if (net.startsWith("00")) {
            net = "+" + net.substring(2);
        }
        return net.startsWith("+33") ? "0" + net.substring(3) : net;
    }

    /** Whether a number lost its first zero, as spreadsheets do. */
    public static boolean sansZero(String numero) {
        return FORME.matcher(numero).matches() && SANS_ZERO.matcher(cle(numero)).matches();
    }

    /** What is wrong with one number, in French; empty when it can be dialled. */
    public static Optional<String> faute(String numero) {
        if (!FORME.matcher(numero).matches()) {
            return Optional.of("Écrivez un numéro avec des chiffres, par exemple 02 99 00 00 00.");
        }
        if (sansZero(numero)) {
            return Optional.of("Il manque le zéro du début : écrivez 0" + cle(numero) + " si c'est bien ce numéro.");
        }
        String cle = cle(numero);
        if (FRANCAIS.matcher(cle).matches() || ETRANGER.matcher(cle).matches()) {
            return Optional.empty();
        }
        return Optional.of("Ce numéro ne peut pas être composé : dix chiffres qui commencent par 01 à 09,"
                + " ou + et le pays pour un numéro étranger.");
    }
}
