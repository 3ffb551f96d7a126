package fr.jalon.rsa;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;

/**
 * The nationalities that a person can have: the countries of ISO 3166 and Kosovo, without the territories that have none of their own
 * ({@code rsa/territoires.csv}).
 */
public final class Nationalites {

    private static final String KOSOVO = "XK";
    private static final Map<String, String> TERRITOIRES = lire();
    private static final List<String> CODES = Stream.concat(
                    Arrays.stream(java.util.Locale.getISOCountries()).filter(code -> !TERRITOIRES.containsKey(code)),
                    Stream.of(KOSOVO))
            .sorted()
            .toList();

    private Nationalites() {}

    /** Two-letter codes, in their order. */
    public static List<String> codes() {
        return CODES;
    }

    static boolean existe(String code) {
        return CODES.contains(code);
    }

    /** Code of the state whose nationality the people of a territory have; empty for what is no such territory. */
    static Optional<String> nationaliteDuTerritoire(String code) {
        return Optional.ofNullable(TERRITOIRES.get(code)).filter(etat -> !etat.isEmpty());
    }

    private static Map<String, String> lire() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setCommentMarker('#')
                .setTrim(true)
                .get();
        try (Reader lecteur = new InputStreamReader(
                        new ClassPathResource("rsa/territoires.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVParser.parse(lecteur, format)) {
            return lignes.stream().collect(Collectors.toUnmodifiableMap(l -> l.get(0), l -> l.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
