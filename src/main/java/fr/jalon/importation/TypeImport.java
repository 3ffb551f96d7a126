package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Whether what it writes belongs to no antenne: its imports are then seen by all who may use it, whatever their antenne. */
    default boolean pourTous() {
        return false;
    }

    /**
     * What a status means for the rows of this kind, in a French sentence.
     *
     * @param ecrit whether the import is written
     */
    default String explication(StatutLigne statut, boolean ecrit) {
        return switch (statut) {
            case EN_ERREUR -> "Rien n'est écrit pour elles. Ouvrez une ligne pour la corriger ici même.";
            case A_CREER ->
                ecrit ? "Une demande a été déposée pour chacune." : "Une demande sera déposée pour chacune.";
            case A_METTRE_A_JOUR ->
                ecrit
                        ? "La personne ou le dossier était connu : il a été complété."
                        : "La personne ou le dossier est connu : il sera complété.";
            case A_JOUR -> "Jalon sait déjà tout ce qu'elles disent : rien n'est écrit deux fois.";
        };
    }

    List<ColonneImport> colonnes();

    /**
     * The column that a title names and that no list holds in advance, such as a month; also asked with the name of that column.
     *
     * @return empty for most kinds
     */
    default Optional<ColonneImport> colonneNommee(String titre) {
        return Optional.empty();
    }

    /** The columns of the file to fill in for what is received that day. */
    default List<ColonneImport> colonnesDuModele(LocalDate jour) {
        return colonnes();
    }

    /** The columns that a row may have, to correct it. */
    default List<ColonneImport> colonnesDe(Map<String, String> valeurs) {
        return colonnes();
    }

    /** The column of a name, wherever it comes from. */
    default Optional<ColonneImport> colonne(String nom) {
        return colonnes().stream()
                .filter(c -> c.nom().equals(nom))
                .findFirst()
                .or(() -> colonneNommee(nom).filter(c -> c.nom().equals(nom)));
    }

    /** Short words by which somebody recognises the row on a list. */
    String intitule(Map<String, String> valeurs);

    /** What tells apart two rows of the same words, or null. */
    default String precision(Map<String, String> valeurs) {
        return null;
    }

    /**
     * What the cells of a row alone say that it is about, without asking the database: a row that an earlier one makes useless is then
     * told so before the costly part of its examination.
     *
     * @return the subjects of {@link ExamenLigne#sujets()}, empty when a cell cannot be read or the kind cannot say
     */
    default List<String> sujetsLus(Map<String, String> valeurs) {
        return List.of();
    }

    /**
     * Reads a row and says what it would do; writes nothing. Called outside of any transaction.
     *
     * @param valeurs text of each column that is not empty, by name of column
     * @param auteur account in whose name the row would be written
     */
    ExamenLigne examiner(Map<String, String> valeurs, Agent auteur);
}
