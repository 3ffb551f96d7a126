package fr.jalon.atelier;

/** A model file over 2 MiB, or too many of them. HTTP 413. */
public class ModeleTropGros extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int OCTETS_MAX = 2 * 1024 * 1024;
    private static final int FICHIERS_MAX = 60;

    public ModeleTropGros() {
        super("Un modèle fait 2 Mio au plus, et un dépôt " + FICHIERS_MAX + " fichiers. Partagez-le.");
    }

    /** @throws ModeleTropGros when a file, or their number, is over the bounds */
    public static void exiger(int fichiers, long plusGros) {
        if (fichiers > FICHIERS_MAX || plusGros > OCTETS_MAX) {
            throw new ModeleTropGros();
        }
    }
}
