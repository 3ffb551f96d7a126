package fr.jalon.web.commun;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF that the browser shows, ready to be printed. */
public final class Papier {

    private Papier() {}

    public static ResponseEntity<byte[]> pdf(String nom, byte[] octets) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(nom + ".pdf")
                                .build()
                                .toString())
                .body(octets);
    }
}
