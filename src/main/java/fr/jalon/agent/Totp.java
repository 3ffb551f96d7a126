package fr.jalon.agent;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of a moment (RFC 6238): HMAC-SHA-1, steps of 30 seconds, six figures, as every telephone application makes them. */
final class Totp {

    static final int PAS_SECONDES = 30;
    private static final int CHIFFRES = 6;
    private static final int MODULO = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long pas(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), PAS_SECONDES);
    }

    /** The code of a step. */
    static String code(byte[] secret, long pas) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] empreinte =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(pas).array());
            int debut = empreinte[empreinte.length - 1] & 0xf;
            int nombre = ByteBuffer.wrap(empreinte, debut, Integer.BYTES).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%0" + CHIFFRES + "d", nombre % MODULO);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 4648 without padding, as the applications read it. */
    static String base32(byte[] octets) {
        StringBuilder texte = new StringBuilder();
        int tampon = 0;
        int bits = 0;
        for (byte octet : octets) {
            tampon = (tampon << 8) | (octet & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                texte.append(BASE32.charAt((tampon >> bits) & 31));
            }
        }
        if (bits > 0) {
            texte.append(BASE32.charAt((tampon << (5 - bits)) & 31));
        }
        return texte.toString();
    }
}
