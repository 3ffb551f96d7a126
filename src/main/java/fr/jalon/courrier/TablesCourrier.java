package fr.jalon.courrier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** Reads a table of the folder {@code courriers}: columns by a semicolon, remarks after a hash, names in the first row. */
final class TablesCourrier {

    private TablesCourrier() {}

    static List<CSVRecord> lire(String fichier) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        try (Reader lecteur =
                        new InputStreamReader(new ClassPathResource(fichier).getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVParser.parse(lecteur, format)) {
            return lignes.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
