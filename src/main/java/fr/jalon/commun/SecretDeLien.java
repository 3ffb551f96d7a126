package fr.jalon.commun;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret of a link that works once: 256 bits, of which only the digest is kept. */
public final class SecretDeLien {

    private static final int OCTETS = 32;
    private static final SecureRandom HASARD = new SecureRandom();

    private SecretDeLien() {}

    /** A new secret, that can stand in an address. */
    public static String nouveau() {
        byte[] octets = new byte[OCTETS];
        HASARD.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** SHA-256, in hexadecimal: what is kept of it. */
    public static String empreinte(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
