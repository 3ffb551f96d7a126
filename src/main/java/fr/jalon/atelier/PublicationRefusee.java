package fr.jalon.atelier;

import java.util.List;

/** The models are not published: the checker has found something. HTTP 422. */
public class PublicationRefusee extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<Constat> constats;

    public PublicationRefusee(List<Constat> constats) {
        super("Ces modèles ne peuvent pas être publiés : corrigez ce que le contrôle a trouvé.");
        this.constats = List.copyOf(constats);
    }

    public List<Constat> constats() {
        return constats;
    }
}
