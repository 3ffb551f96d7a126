package fr.jalon.commun;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;

/**
 * The languages that somebody speaks, from {@code langues/langues.csv}: every form, file and call chooses in the same list, where no
 * language is dead, constructed or said twice.
 */
public final class Langues {

    public static final String FRANCAIS = "fr";

    private static final Map<String, String> NOMS = lire();
    private static final List<String> CODES = Stream.concat(
                    Stream.of(FRANCAIS),
                    NOMS.entrySet().stream()
                            .filter(l -> !l.getKey().equals(FRANCAIS))
                            .sorted(Comparator.comparing(Map.Entry::getValue, Collator.getInstance(Locale.FRENCH)))
                            .map(Map.Entry::getKey))
            .toList();

    private Langues() {}

    /** Codes of ISO 639-1, else 639-3: French first, then by French name. */
    public static List<String> codes() {
        return CODES;
    }

    public static boolean existe(String code) {
        return NOMS.containsKey(code);
    }

    /** The code of a language written by its code or its French name; the text itself when it is neither. */
    public static String code(String texte) {
        String cherche = Textes.recherche(texte);
        return existe(cherche)
                ? cherche
                : CODES.stream()
                        .filter(l -> Textes.recherche(NOMS.get(l)).equals(cherche))
                        .findFirst()
                        .orElse(texte);
    }

    /** French name, without a capital. A code that was stored before it left the list is still named. */
    public static String nom(String code) {
        return NOMS.containsKey(code)
                ? NOMS.get(code)
                : Locale.forLanguageTag(code).getDisplayLanguage(Locale.FRENCH);
    }

    /** Same, with a capital: alone on its line. */
    public static String nomSeul(String code) {
        String nom = nom(code);
        return nom.isEmpty() ? code : nom.substring(0, 1).toUpperCase(Locale.FRENCH) + nom.substring(1);
    }

    private static Map<String, String> lire() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader lecteur = new InputStreamReader(
                        new ClassPathResource("langues/langues.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVParser.parse(lecteur, format)) {
            Map<String, String> noms = new LinkedHashMap<>();
            lignes.forEach(l -> noms.put(l.get("code"), l.get("nom")));
            return noms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
