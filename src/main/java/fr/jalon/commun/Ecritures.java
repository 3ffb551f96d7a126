package fr.jalon.commun;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/**
 * The scripts in which people write their names, and what a letter makes of each, from {@code langues/ecritures.csv}: printed as
 * written, letter by letter without the ties that the script wants, or not at all. What is not printed as written is told where the
 * name is typed and before the letter leaves: never a box in silence.
 */
public final class Ecritures {

    /** What letters make of a script. */
    public enum Impression {
        ENTIERE,
        LETTRE_A_LETTRE,
        AUCUNE
    }

    /**
     * A script.
     *
     * @param nom French name, without a capital
     * @param police name of the font file, empty when none is delivered
     * @param langues codes of the languages that are written so
     * @param exemple some letters of it
     */
    public record Ecriture(
            UnicodeScript code,
            String nom,
            String police,
            Impression impression,
            List<String> langues,
            String exemple) {

        public Ecriture {
            langues = List.copyOf(langues);
        }
    }

    private static final Map<UnicodeScript, Ecriture> CONNUES = lire();

    /** What a letter prints in place of a character that no font holds. */
    private static final char CARRE = '\u25a1';

    private static final int PERDUS_MONTRES = 5;

    /** Letters without a script of their own: figures, signs, accents, pictograms. */
    private static final Set<UnicodeScript> PARTOUT =
            Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN, UnicodeScript.LATIN);

    private Ecritures() {}

    public static List<Ecriture> toutes() {
        return List.copyOf(CONNUES.values());
    }

    /** The font of a character beyond those of every letter. */
    public static Optional<String> police(int caractere) {
        return Optional.ofNullable(CONNUES.get(UnicodeScript.of(caractere)))
                .map(Ecriture::police)
                .filter(nom -> !nom.isEmpty());
    }

    /** One French sentence for each script of the texts that letters do not print as it is written; null texts are skipped. */
    public static List<String> avertissements(String... textes) {
        Set<UnicodeScript> vues = new LinkedHashSet<>();
        Arrays.stream(textes)
                .filter(Objects::nonNull)
                .forEach(t -> t.codePoints().mapToObj(UnicodeScript::of).forEach(vues::add));
        List<String> phrases = new ArrayList<>();
        if (Arrays.stream(textes).filter(Objects::nonNull).anyMatch(t -> t.indexOf(CARRE) >= 0)) {
            phrases.add(
                    "Des caractères ne s'impriment pas : un carré (□) en tient la place. Écrivez-les en lettres latines.");
        }
        for (UnicodeScript vue : vues) {
            if (!PARTOUT.contains(vue)) {
                phrase(CONNUES.get(vue)).ifPresent(phrases::add);
            }
        }
        sansGlyphe(textes).ifPresent(phrases::add);
        return List.copyOf(new LinkedHashSet<>(phrases));
    }

    /** A font holds most letters of a script, and not always those of each of its languages: Urdu has some that Arabic has not. */
    private static Optional<String> sansGlyphe(String... textes) {
        List<String> perdus = Arrays.stream(textes)
                .filter(Objects::nonNull)
                .flatMapToInt(t -> Normalizer.normalize(t, Normalizer.Form.NFC).codePoints())
                .filter(c -> c != CARRE && !CaracteresImprimes.contient(c) && !dejaDite(UnicodeScript.of(c)))
                .distinct()
                .limit(PERDUS_MONTRES)
                .mapToObj(Character::toString)
                .toList();
        return perdus.isEmpty()
                ? Optional.empty()
                : Optional.of("Ces caractères ne s'impriment pas dans les courriers : " + String.join(" ", perdus)
                        + ". Un carré en tiendrait la place : écrivez le nom et l'adresse en lettres latines, comme sur les"
                        + " papiers de la personne.");
    }

    private static boolean dejaDite(UnicodeScript code) {
        Ecriture ecriture = CONNUES.get(code);
        return !PARTOUT.contains(code) && (ecriture == null || ecriture.impression() == Impression.AUCUNE);
    }

    private static Optional<String> phrase(Ecriture ecriture) {
        if (ecriture == null || ecriture.impression() == Impression.AUCUNE) {
            return Optional.of((ecriture == null ? "Cette écriture" : "L'écriture « " + ecriture.nom() + " »")
                    + " ne s'imprime pas dans les courriers. Écrivez le nom et l'adresse en lettres latines, comme sur les"
                    + " papiers de la personne.");
        }
        return ecriture.impression() == Impression.LETTRE_A_LETTRE
                ? Optional.of(
                        "L'écriture « " + ecriture.nom() + " » s'imprime dans les courriers lettre à lettre, sans lier"
                                + " les lettres : elle peut se lire mal. Écrivez plutôt le nom et l'adresse en lettres latines, comme"
                                + " sur les papiers de la personne.")
                : Optional.empty();
    }

    private static Map<UnicodeScript, Ecriture> lire() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader lecteur = new InputStreamReader(
                        new ClassPathResource("langues/ecritures.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVParser.parse(lecteur, format)) {
            Map<UnicodeScript, Ecriture> connues = new EnumMap<>(UnicodeScript.class);
            for (CSVRecord l : lignes) {
                UnicodeScript code = UnicodeScript.valueOf(l.get("ecriture"));
                connues.put(
                        code,
                        new Ecriture(
                                code,
                                l.get("nom"),
                                l.get("police"),
                                Impression.valueOf(l.get("impression")),
                                List.of(l.get("langues").split(" ")),
                                l.get("exemple")));
            }
            return connues;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
