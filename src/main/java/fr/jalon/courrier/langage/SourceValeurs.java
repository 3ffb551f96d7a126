package fr.jalon.courrier.langage;

import java.util.List;
import java.util.Optional;

/** Where the composition finds the values, already written in French, and the mentions. */
public interface SourceValeurs {

    /** Text of a field, or empty when no value was given; {@code '\n'} between lines. */
    Optional<String> texte(String champ);

    /** One source per row of a list, each also knowing the fields around it; empty when there is no row. */
    List<? extends SourceValeurs> lignes(String liste);

    /** Whether a field has a value, or a list a row. */
    boolean present(String champ);

    /** Parsed template of a mention. */
    List<Noeud> mention(String code);

    /** Says that a field has no value. */
    RuntimeException manque(String champ);
}
