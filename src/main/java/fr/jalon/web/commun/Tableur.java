package fr.jalon.web.commun;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table that the browser saves as a file. */
public final class Tableur {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Tableur() {}

    public static ResponseEntity<byte[]> csv(String nom, byte[] octets) {
        return fichier(nom + ".csv", CSV, octets);
    }

    public static ResponseEntity<byte[]> xlsx(String nom, byte[] octets) {
        return fichier(nom + ".xlsx", XLSX, octets);
    }

    private static ResponseEntity<byte[]> fichier(String nom, MediaType type, byte[] octets) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(nom).build().toString())
                .body(octets);
    }
}
