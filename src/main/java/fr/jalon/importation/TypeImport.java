package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A kind of file: its columns, who may import it, what a row means. */
public interface TypeImport {

    /** Code in the addresses, for example {@code demandes-rsa}. */
    String code();

    /** French name, for example "Demandes de RSA". */
    String libelle();

    /** One French sentence that says what the import does. */
    String explication();

    Set<Role> roles();

    List<ColonneImport> colonnes();

    /** Short words by which somebody recognises the row on a list. */
    String intitule(Map<String, String> valeurs);

    /** What tells apart two rows of the same words, or null. */
    default String precision(Map<String, String> valeurs) {
        return null;
    }

    /**
     * Reads a row and says what it would do; writes nothing. Called outside of any transaction.
     *
     * @param valeurs text of each column that is not empty, by name of column
     * @param auteur account in whose name the row would be written
     */
    ExamenLigne examiner(Map<String, String> valeurs, Agent auteur);
}
