package fr.jalon.journal;

import fr.jalon.commun.Chiffrement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of the audit's seals, outside the database: {@code JALON_CLE_JOURNAL}, or a file that is made once when a path is
 * given, or else one drawn from the master key. Who verifies with it cannot decrypt anything.
 */
@Component
public class CleDuJournal {

    private static final String ALGORITHME = "HmacSHA256";
    private static final int OCTETS = 32;

    private final SecretKeySpec cle;

    CleDuJournal(
            @Value("${jalon.cle-journal:}") String texte,
            @Value("${jalon.fichier-cle-journal:}") String fichier,
            Chiffrement chiffrement)
            throws IOException {
        byte[] octets;
        if (!texte.isBlank()) {
            octets = lire(texte);
        } else if (!fichier.isBlank()) {
            octets = lire(duFichier(Path.of(fichier)));
        } else {
            octets = HexFormat.of().parseHex(chiffrement.empreinte("jalon:journal"));
        }
        this.cle = new SecretKeySpec(octets, ALGORITHME);
    }

    private static byte[] lire(String texte) {
        byte[] octets = Base64.getDecoder().decode(texte.strip());
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("La clé du journal doit faire 32 octets en Base64.");
        }
        return octets;
    }

    private static String duFichier(Path chemin) throws IOException {
        if (!Files.exists(chemin)) {
            byte[] octets = new byte[OCTETS];
            new SecureRandom().nextBytes(octets);
            Files.createDirectories(chemin.toAbsolutePath().getParent());
            Files.writeString(chemin, Base64.getEncoder().encodeToString(octets));
            Files.setPosixFilePermissions(chemin, PosixFilePermissions.fromString("rw-------"));
        }
        return Files.readString(chemin);
    }

    /** HMAC-SHA-256 of a text, in hexadecimal. */
    String sceau(String texte) {
        try {
            Mac mac = Mac.getInstance(ALGORITHME);
            mac.init(cle);
            return HexFormat.of().formatHex(mac.doFinal(texte.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a text bears this seal; compared without telling where they differ. */
    boolean porte(String texte, String sceau) {
        return sceau != null
                && MessageDigest.isEqual(
                        sceau(texte).getBytes(StandardCharsets.US_ASCII), sceau.getBytes(StandardCharsets.UTF_8));
    }
}
