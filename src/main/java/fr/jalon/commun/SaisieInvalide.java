package fr.jalon.commun;

import java.util.List;

/** The input was read but cannot be accepted; each fault is tied to its field. Shown as HTTP 422 or beside the fields. */
public class SaisieInvalide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ErreurChamp> erreurs;

    public SaisieInvalide(List<ErreurChamp> erreurs) {
        super(erreurs.stream()
                .map(e -> e.champ() + " : " + e.message())
                .toList()
                .toString());
        this.erreurs = List.copyOf(erreurs);
    }

    public SaisieInvalide(String champ, String message) {
        this(List.of(new ErreurChamp(champ, message)));
    }

    /** The faults, in the order of the fields; at least one. */
    public List<ErreurChamp> erreurs() {
        return erreurs;
    }
}
