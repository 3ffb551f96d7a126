package fr.jalon.piece;

/** The file is over the size. HTTP 413. */
public class FichierTropGros extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FichierTropGros() {
        super("Ce fichier dépasse 10 Mo. Envoyez une photo moins lourde ou un PDF de moins de pages.");
    }
}
