package fr.jalon.importation.lecture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of a file. A byte order mark decides; else strict UTF-8; else Windows-1252, in which French Excel saves its CSV.
 */
final class Encodage {

    record Texte(String contenu, String nom) {}

    private Encodage() {}

    static Texte decoder(byte[] octets) {
        Texte texte = decoderSelonLesOctets(octets);
        if (texte.contenu().indexOf('\0') >= 0) {
            throw LecteurTableau.pasUnTableau();
        }
        return texte;
    }

    private static Texte decoderSelonLesOctets(byte[] octets) {
        if (octets.length >= 2 && (octets[0] & 0xFF) == 0xFF && (octets[1] & 0xFF) == 0xFE) {
            return strict(octets, 2, StandardCharsets.UTF_16LE, "UTF-16");
        }
        if (octets.length >= 2 && (octets[0] & 0xFF) == 0xFE && (octets[1] & 0xFF) == 0xFF) {
            return strict(octets, 2, StandardCharsets.UTF_16BE, "UTF-16");
        }
        boolean marque = octets.length >= 3
                && (octets[0] & 0xFF) == 0xEF
                && (octets[1] & 0xFF) == 0xBB
                && (octets[2] & 0xFF) == 0xBF;
        Texte utf8 = essayer(octets, marque ? 3 : 0, StandardCharsets.UTF_8, "UTF-8");
        return utf8 != null ? utf8 : strict(octets, 0, Charset.forName("windows-1252"), "Windows-1252");
    }

    private static Texte strict(byte[] octets, int debut, Charset codage, String nom) {
        Texte texte = essayer(octets, debut, codage, nom);
        if (texte == null) {
            throw LecteurTableau.pasUnTableau();
        }
        return texte;
    }

    private static Texte essayer(byte[] octets, int debut, Charset codage, String nom) {
        try {
            String contenu = codage.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets, debut, octets.length - debut))
                    .toString();
            return new Texte(contenu, nom);
        } catch (CharacterCodingException e) {
            // Not this encoding: the caller tries the next one, or refuses.
            return null;
        }
    }
}
