package fr.jalon.moteur;

/** The engine does not take a model that the checker let through. */
public class ModeleRefuseParLeMoteur extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModeleRefuseParLeMoteur(String message, Throwable cause) {
        super(message, cause);
    }
}
