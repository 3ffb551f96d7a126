package fr.jalon.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** The files that travel with the demonstration. Tables have semicolons, a row of headers, and comments after #. */
final class TableauLivre {

    static final String MARQUE_UTF8 = "\ufeff";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private TableauLivre() {}

    static List<Map<String, String>> lire(String nom) {
        String texte = new String(octets(nom), StandardCharsets.UTF_8).replace(MARQUE_UTF8, "");
        try {
            return FORMAT.parse(new StringReader(texte)).stream()
                    .map(CSVRecord::toMap)
                    .toList();
        } catch (IOException e) {
            throw illisible(nom, e);
        }
    }

    static byte[] octets(String nom) {
        try (InputStream flux = new ClassPathResource("demonstration/" + nom).getInputStream()) {
            return flux.readAllBytes();
        } catch (IOException e) {
            throw illisible(nom, e);
        }
    }

    /** Writes a table as the import reads it: no cell of the demonstration holds a separator or a quote. */
    static byte[] ecrire(List<Map<String, String>> lignes) {
        String titres = String.join(";", lignes.get(0).keySet());
        String corps =
                lignes.stream().map(ligne -> String.join(";", ligne.values())).collect(Collectors.joining("\r\n"));
        return (MARQUE_UTF8 + titres + "\r\n" + corps + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static UncheckedIOException illisible(String nom, IOException cause) {
        return new UncheckedIOException("fichier de démonstration illisible : " + nom, cause);
    }
}
