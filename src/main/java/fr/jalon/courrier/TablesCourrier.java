package fr.jalon.courrier;

import fr.jalon.commun.ListesCoupees;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;

/** Reads a table of the letters: columns by a semicolon, remarks after a hash, names in the first row. */
final class TablesCourrier {

    private TablesCourrier() {}

    /** The rows of all parts of a table ({@link ListesCoupees}); each part has the names of the columns in its first row. */
    static List<CSVRecord> lire(String fichier) {
        return ListesCoupees.parties(fichier).stream()
                .flatMap(partie -> lire(partie).stream())
                .toList();
    }

    private static List<CSVRecord> lire(Resource partie) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setCommentMarker('#')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        try (Reader lecteur = new InputStreamReader(partie.getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVParser.parse(lecteur, format)) {
            return lignes.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
