package fr.jalon.dossier;

import fr.jalon.commun.Conflit;

/** A result was made from facts that have changed since: nothing is decided nor written on it. */
public class ResultatPerime extends Conflit {

    private static final long serialVersionUID = 1L;

    public ResultatPerime(String message) {
        super(message);
    }
}
