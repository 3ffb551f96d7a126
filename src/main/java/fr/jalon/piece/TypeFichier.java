package fr.jalon.piece;

import java.util.List;
import java.util.Optional;

/** The kinds of files that Jalon accepts, known by their first bytes, never by their name. */
enum TypeFichier {
    PDF("application/pdf", List.of("pdf"), new int[] {0x25, 0x50, 0x44, 0x46, 0x2D}),
    JPEG("image/jpeg", List.of("jpg", "jpeg", "jfif"), new int[] {0xFF, 0xD8, 0xFF}),
    PNG("image/png", List.of("png"), new int[] {0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A});

    private static final int ENTETE_PDF = 1024;

    private final String mime;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> extensions;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out
    private final int[] signature;

    TypeFichier(String mime, List<String> extensions, int[] signature) {
        this.mime = mime;
        this.extensions = extensions;
        this.signature = signature;
    }

    String mime() {
        return mime;
    }

    /** Endings of file names, the usual one first. */
    List<String> extensions() {
        return extensions;
    }

    static Optional<TypeFichier> reconnaitre(byte[] octets) {
        for (TypeFichier type : values()) {
            if (type.commenceA(octets, 0)) {
                return Optional.of(type);
            }
        }
        return PDF.debut(octets) > 0 ? Optional.of(PDF) : Optional.empty();
    }

    /**
     * Where the file itself begins: the header of a PDF may stand anywhere in the first 1 024 bytes (ISO 32000-1, annex H.3.4), behind
     * a byte order mark or what a mail program wrote.
     *
     * @return -1 when it begins nowhere
     */
    int debut(byte[] octets) {
        int dernier = this == PDF ? Math.min(octets.length, ENTETE_PDF) - signature.length : 0;
        for (int i = 0; i <= dernier; i++) {
            if (commenceA(octets, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean commenceA(byte[] octets, int debut) {
        if (octets.length < debut + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((octets[debut + i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
