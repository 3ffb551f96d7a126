package fr.jalon.piece;

/** The file is of a kind that Jalon does not take. HTTP 415. */
public class TypeNonAccepte extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TypeNonAccepte() {
        super(
                "Ce fichier n'est ni un PDF, ni une photo JPEG ou PNG. Prenez la pièce en photo ou enregistrez-la en PDF.");
    }
}
