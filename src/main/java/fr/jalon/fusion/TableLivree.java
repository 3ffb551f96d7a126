package fr.jalon.fusion;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** The tables of {@code fusion/*.csv}. */
final class TableLivree {

    private TableLivree() {}

    static List<Map<String, String>> lire(String nom) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser lecteur = CSVParser.parse(
                new InputStreamReader(new ClassPathResource("fusion/" + nom).getInputStream(), StandardCharsets.UTF_8),
                format)) {
            return lecteur.stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("table illisible : " + nom, e);
        }
    }

    static List<String> codes(String cellule) {
        return cellule.isBlank() ? List.of() : Arrays.asList(cellule.strip().split(" +"));
    }
}
