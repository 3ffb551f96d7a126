package fr.jalon.agent;

import java.time.Instant;

/** The telephone of the tests: it makes the code of a moment from the key that the screen shows. */
public final class CodesDuTelephone {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private CodesDuTelephone() {}

    public static String code(String cle, Instant moment) {
        String net = cle.replace(" ", "");
        byte[] secret = new byte[net.length() * 5 / 8];
        int tampon = 0;
        int bits = 0;
        int rang = 0;
        for (int i = 0; i < net.length(); i++) {
            tampon = (tampon << 5) | BASE32.indexOf(net.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret[rang++] = (byte) (tampon >> bits);
            }
        }
        return Totp.code(secret, Totp.pas(moment));
    }
}
