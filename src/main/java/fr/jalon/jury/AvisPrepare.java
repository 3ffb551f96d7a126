package fr.jalon.jury;

import java.util.List;
import java.util.Objects;

/**
 * What a member thinks of a case before the session.
 *
 * @param notes one for each criterion of the grid
 * @param recommandation what it would vote
 * @param commentaire free text, or null
 */
public record AvisPrepare(List<Note> notes, Sens recommandation, String commentaire) {

    public AvisPrepare {
        notes = notes == null
                ? List.of()
                : notes.stream().filter(Objects::nonNull).toList();
    }

    /** @param note from {@link Critere#MIN} to {@link Critere#MAX} */
    public record Note(String critere, Integer note) {}

    /** The note of a criterion, null when there is none. */
    public Integer note(String critere) {
        return notes.stream()
                .filter(n -> critere.equals(n.critere()))
                .findFirst()
                .map(Note::note)
                .orElse(null);
    }
}
