package fr.jalon.piece;

/** A file whose bytes were checked and shown to the antivirus, ready to be received. */
public final class FichierControle {

    private final TypeFichier type;
    private final byte[] octets;
    private final Analyse analyse;

    FichierControle(TypeFichier type, byte[] octets, Analyse analyse) {
        this.type = type;
        this.octets = octets;
        this.analyse = analyse;
    }

    /** Whether the antivirus has answered, and found nothing. */
    public boolean lisible() {
        return analyse.lisible();
    }

    /** Whether nothing was taken out of what came: a signature covers each byte. */
    public boolean identique(byte[] recus) {
        return java.util.Arrays.equals(octets, recus);
    }

    TypeFichier type() {
        return type;
    }

    byte[] octets() {
        return octets;
    }

    Analyse analyse() {
        return analyse;
    }
}
