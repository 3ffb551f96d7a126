package fr.jalon.courrier;

/** A merge field that the letter needs has no value. Nothing was written: a letter with a hole never leaves. */
public class CourrierIncomplet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String modele;
    private final String champ;

    CourrierIncomplet(String modele, String champ, String libelle) {
        super("Le courrier « " + modele + " » ne peut pas être écrit : il manque « " + libelle + " » (" + champ
                + "). Complétez le dossier, puis recommencez.");
        this.modele = modele;
        this.champ = champ;
    }

    /** Code of the letter. */
    public String modele() {
        return modele;
    }

    /** Code of the field without a value. */
    public String champ() {
        return champ;
    }
}
