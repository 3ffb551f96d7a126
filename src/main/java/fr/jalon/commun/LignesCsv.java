package fr.jalon.commun;

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

/** A small table of the program: semicolons, a header, remarks after a number sign. */
public final class LignesCsv {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private LignesCsv() {}

    /** The rows of a file of the class path, in its order. */
    public static List<CSVRecord> de(String chemin) {
        try (Reader lecteur =
                        new InputStreamReader(new ClassPathResource(chemin).getInputStream(), StandardCharsets.UTF_8);
                CSVParser lignes = CSVParser.parse(lecteur, FORMAT)) {
            return lignes.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
