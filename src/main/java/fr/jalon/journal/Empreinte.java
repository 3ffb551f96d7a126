package fr.jalon.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Digest of an entry: SHA-256 of the previous digest and of the entry's fields, each with its length, so no two entries read alike. */
final class Empreinte {

    /** What the first entry of a chain follows. */
    static final String DEPART = "0".repeat(64);

    private Empreinte() {}

    static String de(
            String precedent,
            String chaine,
            long seq,
            UUID id,
            Instant quand,
            String qui,
            String nature,
            String objet,
            String texte) {
        StringBuilder canonique = new StringBuilder(precedent);
        for (String champ : new String[] {
            chaine, Long.toString(seq), id.toString(), Long.toString(quand.toEpochMilli()), qui, nature, objet, texte
        }) {
            canonique.append('|').append(champ.length()).append(':').append(champ);
        }
        return de(canonique.toString());
    }

    /** SHA-256 of a text, in hexadecimal. */
    static String de(String texte) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
