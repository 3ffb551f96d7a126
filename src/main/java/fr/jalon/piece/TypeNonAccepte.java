package fr.jalon.piece;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The file is of a kind that Jalon does not take; the way to send it is said when the kind is known. HTTP 415. */
public class TypeNonAccepte extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String AUTRE =
            "Ce fichier n'est ni un PDF, ni une photo JPEG ou PNG. Prenez la pièce en photo ou enregistrez-la en PDF.";
    private static final String HEIC =
            "Cette photo est au format HEIC du téléphone, que Jalon ne lit pas. Sur un iPhone :"
                    + " Réglages, Appareil photo, Formats, « Le plus compatible », puis reprenez la photo. Sinon, ouvrez-la et"
                    + " enregistrez-la en JPEG, ou faites-en une copie d'écran.";
    private static final String AUTRE_IMAGE =
            "Cette image est au format %s, que Jalon ne lit pas. Ouvrez-la et enregistrez-la en JPEG ou en PNG.";
    private static final String DOCUMENT = "Ce fichier est un document %s. Enregistrez-le en PDF, puis envoyez le PDF.";

    /** Brands of a picture in the container of ISO/IEC 23008-12; video files carry others. */
    private static final Set<String> MARQUES_HEIF =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");

    public TypeNonAccepte() {
        super(AUTRE);
    }

    /** Says what the bytes are, when that helps to send something else. */
    TypeNonAccepte(byte[] octets) {
        super(message(octets));
    }

    private static String message(byte[] octets) {
        String debut = new String(octets, 0, Math.min(octets.length, 64), StandardCharsets.ISO_8859_1);
        if (debut.startsWith("ftyp", 4) && debut.length() >= 12) {
            String marque = debut.substring(8, 12);
            return marque.startsWith("avi")
                    ? AUTRE_IMAGE.formatted("AVIF")
                    : MARQUES_HEIF.contains(marque) ? HEIC : AUTRE;
        }
        if (debut.startsWith("RIFF") && debut.startsWith("WEBP", 8)) {
            return AUTRE_IMAGE.formatted("WebP");
        }
        if (debut.startsWith("II*\0") || debut.startsWith("MM\0*")) {
            return AUTRE_IMAGE.formatted("TIFF");
        }
        if (debut.startsWith("GIF8")) {
            return AUTRE_IMAGE.formatted("GIF");
        }
        if (debut.startsWith("\u00D0\u00CF\u0011\u00E0") || debut.startsWith("{\\rtf")) {
            return DOCUMENT.formatted("Word ou Excel");
        }
        if (debut.startsWith("PK\u0003\u0004")) {
            String noms = new String(octets, 0, Math.min(octets.length, 4_096), StandardCharsets.ISO_8859_1);
            return noms.contains("word/") || noms.contains("xl/") || noms.contains("opendocument")
                    ? DOCUMENT.formatted("de bureautique")
                    : AUTRE;
        }
        return AUTRE;
    }
}
