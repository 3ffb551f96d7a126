package fr.jalon.atelier.controle;

/** A file that the hardened reader does not take. */
final class XmlRefuse extends Exception {

    private static final long serialVersionUID = 1L;
    private final Regle regle;
    private final String precision;
    private final int ligne;

    XmlRefuse(Regle regle, String precision, int ligne) {
        super(precision);
        this.regle = regle;
        this.precision = precision;
        this.ligne = ligne;
    }

    Regle regle() {
        return regle;
    }

    String precision() {
        return precision;
    }

    int ligne() {
        return ligne;
    }
}
