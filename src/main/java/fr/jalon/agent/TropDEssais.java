package fr.jalon.agent;

/** Too many failures from one place: to try again later. */
public class TropDEssais extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long secondes;

    TropDEssais(long secondes) {
        super("trop d'essais");
        this.secondes = secondes;
    }

    public long secondes() {
        return secondes;
    }
}
