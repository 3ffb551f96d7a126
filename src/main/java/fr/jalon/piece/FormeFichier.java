package fr.jalon.piece;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Finds where a file of a kind really ends. A file without an end is cut; what comes after the end belongs to something else
 * hidden behind it (a program, an archive, a page) and is not kept.
 */
final class FormeFichier {

    /** Readers accept the end mark of a PDF among the last 1 024 bytes (ISO 32000-1, annex H.3.18). */
    private static final int FIN_PDF = 1024;

    private static final byte[] EOF_PDF = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int ENTETE_PNG = 8;
    private static final String FIN_PNG = "IEND";

    private FormeFichier() {}

    /** The bytes up to the file's own end; empty when it has none. */
    static Optional<byte[]> jusquALaFin(TypeFichier type, byte[] octets) {
        int fin = switch (type) {
            case PDF -> finPdf(octets);
            case JPEG -> finJpeg(octets);
            case PNG -> finPng(octets);
        };
        return fin < 0 ? Optional.empty() : Optional.of(fin == octets.length ? octets : Arrays.copyOf(octets, fin));
    }

    private static int finPdf(byte[] octets) {
        int premier = Math.max(0, octets.length - FIN_PDF);
        for (int i = octets.length - EOF_PDF.length; i >= premier; i--) {
            if (Arrays.equals(octets, i, i + EOF_PDF.length, EOF_PDF, 0, EOF_PDF.length)) {
                int fin = i + EOF_PDF.length;
                while (fin < octets.length && (octets[fin] == '\r' || octets[fin] == '\n')) {
                    fin++;
                }
                return fin;
            }
        }
        return -1;
    }

    /** Walks the segments by their lengths, and the scans up to their next marker, until the end of image. */
    private static int finJpeg(byte[] octets) {
        int i = 2;
        while (i + 1 < octets.length) {
            if ((octets[i] & 0xFF) != 0xFF) {
                return -1;
            }
            int marque = octets[i + 1] & 0xFF;
            if (marque == 0xFF) {
                i++;
            } else if (marque == 0xD9) {
                return i + 2;
            } else if (marque == 0x01 || (marque >= 0xD0 && marque <= 0xD8)) {
                i += 2;
            } else if (i + 3 >= octets.length) {
                return -1;
            } else {
                int longueur = ((octets[i + 2] & 0xFF) << 8) | (octets[i + 3] & 0xFF);
                i += 2 + Math.max(2, longueur);
                if (marque == 0xDA) {
                    i = finDuBalayage(octets, i);
                }
            }
        }
        return -1;
    }

    private static int finDuBalayage(byte[] octets, int debut) {
        int i = debut;
        while (i + 1 < octets.length) {
            int suivant = octets[i + 1] & 0xFF;
            boolean marque = (octets[i] & 0xFF) == 0xFF
                    && suivant != 0x00
                    && suivant != 0xFF
                    && !(suivant >= 0xD0 && suivant <= 0xD7);
            if (marque) {
                return i;
            }
            i++;
        }
        return octets.length;
    }

    /** Walks the chunks; each must have its checksum. */
    private static int finPng(byte[] octets) {
        int i = ENTETE_PNG;
        while (i + 12 <= octets.length) {
            long longueur = entier(octets, i);
            if (longueur > octets.length - i - 12L) {
                return -1;
            }
            int donnees = (int) longueur;
            CRC32 somme = new CRC32();
            somme.update(octets, i + 4, 4 + donnees);
            if (somme.getValue() != entier(octets, i + 8 + donnees)) {
                return -1;
            }
            String nom = new String(octets, i + 4, 4, StandardCharsets.US_ASCII);
            i += 12 + donnees;
            if (FIN_PNG.equals(nom)) {
                return i;
            }
        }
        return -1;
    }

    private static long entier(byte[] octets, int i) {
        return ((octets[i] & 0xFFL) << 24)
                | ((octets[i + 1] & 0xFFL) << 16)
                | ((octets[i + 2] & 0xFFL) << 8)
                | (octets[i + 3] & 0xFFL);
    }
}
