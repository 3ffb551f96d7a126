package fr.jalon.courrier;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 digests, in hexadecimal. */
final class Empreinte {

    private Empreinte() {}

    static String sha256(byte[] octets) {
        return DigestUtils.sha256Hex(octets);
    }

    static String sha256(String texte) {
        return sha256(texte.getBytes(StandardCharsets.UTF_8));
    }
}
