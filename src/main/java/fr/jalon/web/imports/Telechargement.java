package fr.jalon.web.imports;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to keep, never shown in the page. */
final class Telechargement {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Telechargement() {}

    static ResponseEntity<byte[]> de(String nom, byte[] octets) {
        return ResponseEntity.ok()
                .contentType(nom.endsWith(".xlsx") ? XLSX : CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(nom, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(octets);
    }
}
