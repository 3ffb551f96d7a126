package fr.jalon.web.commun;

import java.io.IOException;

/** The body of a request is over the size while it is read. HTTP 413. */
public class DemandeTropGrosse extends IOException {

    private static final long serialVersionUID = 1L;

    public DemandeTropGrosse() {
        super("Cette demande est trop grosse : 2 Mo au plus. Envoyez-la en plusieurs fois.");
    }
}
