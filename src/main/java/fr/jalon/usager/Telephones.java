package fr.jalon.usager;

import fr.jalon.commun.Textes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Telephone numbers as people write them: several in a cell, with or without the country, and the ones that nobody can dial. */
public final class Telephones {

    private static final Pattern SEPARATEURS =
            Pattern.compile("[,;/|&_\\n\\r]+|\\s+(?:ou|et|puis|-)\\s+|\\s+(?=\\+)", Pattern.CASE_INSENSITIVE);
    /** "06/11/22/33/44": the signs stand between pairs of one number. */
    private static final Pattern PAR_PAIRES = Pattern.compile("\\s*0[1-9](?:\\s*[,/_|]\\s*\\d{2}){4}\\s*");

    private static final Pattern FORME = Pattern.compile("\\+?[0-9 .()\\u00a0\\u202f\\u2011-]+");
    private static final Pattern FRANCAIS = Pattern.compile("0[1-9]\\d{8}");
    private static final Pattern ETRANGER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern AMERIQUE_DU_NORD = Pattern.compile("\\+1[2-9]\\d{2}[2-9]\\d{6}");
    private static final Pattern SANS_ZERO = Pattern.compile("[1-9]\\d{8}");
    /** "+33 06 11 22 33 44" and "33 6 11 22 33 44": the country and the zero together, or the country without its sign. */
    private static final Pattern PAYS_DE_TRAVERS = Pattern.compile("0{2}([1-9]\\d{8})|33([1-9]\\d{8})");

    private static final int FRANCAIS_CHIFFRES = 10;
    private static final Set<String> INDICATIFS = lireIndicatifs();

    private Telephones() {}

    /** The numbers of a text, in their order; two numbers that only a blank separates are two. */
    public static List<String> separer(String texte) {
        List<String> numeros = new ArrayList<>();
        if (texte == null) {
            return numeros;
        }
        if (PAR_PAIRES.matcher(texte).matches()) {
            return List.of(texte.replaceAll("[\\s,/_|]+", " ").strip());
        }
        for (String part : SEPARATEURS.split(texte)) {
            String net = Textes.ouNull(part);
            if (net != null) {
                numeros.addAll(dixParDix(net));
            }
        }
        return numeros;
    }

    private static List<String> dixParDix(String net) {
        String chiffres = net.replaceAll("[^0-9]", "");
        List<String> dizaines = List.of(chiffres.split("(?<=\\G.{" + FRANCAIS_CHIFFRES + "})"));
        boolean plusieurs = dizaines.size() > 1
                && FORME.matcher(net).matches()
                && dizaines.stream().allMatch(d -> FRANCAIS.matcher(d).matches());
        return plusieurs ? dizaines : List.of(net);
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

    /** The French number that was meant when its zero or its country is written amiss, as spreadsheets do; empty when it is right. */
    public static Optional<String> remede(String numero) {
        if (!FORME.matcher(numero).matches()) {
            return Optional.empty();
        }
        String cle = cle(numero);
        if (SANS_ZERO.matcher(cle).matches()) {
            return Optional.of("0" + cle);
        }
        Matcher deTravers = PAYS_DE_TRAVERS.matcher(cle);
        boolean pays = cle.startsWith("33")
                || numero.replaceAll("[^0-9]", "").startsWith("33")
                || numero.replaceAll("[^0-9]", "").startsWith("0033");
        return deTravers.matches() && pays
                ? Optional.of("0" + (deTravers.group(1) == null ? deTravers.group(2) : deTravers.group(1)))
                : Optional.empty();
    }

    /** What is wrong with one number, in French; empty when it can be dialled. */
    public static Optional<String> faute(String numero) {
        if (!FORME.matcher(numero).matches()) {
            return Optional.of("Écrivez un numéro avec des chiffres, par exemple 02 99 00 00 00.");
        }
        Optional<String> remede = remede(numero);
        if (remede.isPresent()) {
            return Optional.of((SANS_ZERO.matcher(cle(numero)).matches()
                            ? "Il manque le zéro du début"
                            : "Le zéro ou le + du pays est de travers")
                    + " : écrivez " + remede.get() + " si c'est bien ce numéro.");
        }
        String cle = cle(numero);
        if (FRANCAIS.matcher(cle).matches() || etranger(cle)) {
            return Optional.empty();
        }
        return Optional.of("Ce numéro ne peut pas être composé : dix chiffres qui commencent par 01 à 09,"
                + " ou + et le pays pour un numéro étranger.");
    }

    /** A country that exists, and ten figures after +1: "00" before a French number gives none (UIT-T, E.164). */
    private static boolean etranger(String cle) {
        return ETRANGER.matcher(cle).matches()
                && INDICATIFS.stream().anyMatch(i -> cle.startsWith(i, 1))
                && (!cle.startsWith("+1") || AMERIQUE_DU_NORD.matcher(cle).matches());
    }

    private static Set<String> lireIndicatifs() {
        try (BufferedReader lignes = new BufferedReader(new InputStreamReader(
                new ClassPathResource("usager/indicatifs.csv").getInputStream(), StandardCharsets.UTF_8))) {
            return lignes.lines()
                    .filter(l -> !l.startsWith("#"))
                    .skip(1)
                    .flatMap(l -> Arrays.stream(l.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
