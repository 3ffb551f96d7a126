package fr.jalon.web.commun;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF that the browser shows, with the name under which it would be saved. */
public final class ReponsePdf {

    private ReponsePdf() {}

    public static ResponseEntity<byte[]> montrer(String nom, byte[] octets) {
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
