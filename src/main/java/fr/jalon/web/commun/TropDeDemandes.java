package fr.jalon.web.commun;

/** Too many searches or exports in a minute. */
public class TropDeDemandes extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final long secondes;

    /** @param secondes time to wait */
    public TropDeDemandes(long secondes) {
        super("Trop de demandes en une minute. Attendez " + secondes + " s, puis recommencez.");
        this.secondes = secondes;
    }

    public long secondes() {
        return secondes;
    }
}
