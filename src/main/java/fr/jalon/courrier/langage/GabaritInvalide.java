package fr.jalon.courrier.langage;

import java.util.List;

/** The text is not a template: each message says the line and the mend, in French. */
public class GabaritInvalide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> fautes;

    public GabaritInvalide(List<String> fautes) {
        super(String.join(" ", fautes));
        this.fautes = List.copyOf(fautes);
    }

    public List<String> fautes() {
        return fautes;
    }
}
