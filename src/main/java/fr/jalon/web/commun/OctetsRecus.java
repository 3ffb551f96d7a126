package fr.jalon.web.commun;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.web.multipart.MultipartFile;

/** The bytes of a file that was sent, copied once: whoever gathers them without their number holds them three times over. */
public final class OctetsRecus {

    private OctetsRecus() {}

    public static byte[] de(MultipartFile fichier) {
        byte[] octets = new byte[Math.toIntExact(fichier.getSize())];
        try (InputStream contenu = fichier.getInputStream()) {
            if (contenu.readNBytes(octets, 0, octets.length) != octets.length) {
                throw new IOException("le fichier reçu est plus court qu'annoncé");
            }
            return octets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
