package fr.jalon.decision;

import java.util.List;
import java.util.Optional;

/** What the published tables are made of, for the screens: the choices of a field and the facts that a rule looked at. */
public interface CatalogueDecisions {

    /**
     * The text values that a table knows for one of its inputs, in the order of its rows.
     *
     * @param entree name of the input, as in the facts
     */
    List<String> valeurs(String cle, String entree);

    /**
     * The file of the newest published version, as it was published.
     *
     * @throws DecisionInconnue when no decision has that key
     */
    String source(String cle);

    /** An input that a rule tests: its name among the facts and its French label. */
    record Entree(String nom, String libelle) {}

    /** The inputs that a rule of the newest version tests; none when the rule is not in it any more. */
    List<Entree> entreesDeLaRegle(String cle, String regle);

    /**
     * A row of a table whose source is not sure: certainty {@code C} or {@code U}.
     *
     * @param libelle name of the table
     * @param annotation the row's own words: source, reserve
     * @param cellules what the row tests and answers, column by column, as a reader sees them
     * @param empreinte SHA-256 of the row, in hexadecimal: it changes with the row
     */
    record RangeeIncertaine(
            String cle, String libelle, String regle, String annotation, List<String> cellules, String empreinte) {}

    /** Those of the newest published tables, by table then in the order of the rows. */
    List<RangeeIncertaine> rangeesIncertaines();

    /** One of them; empty when the row is sure, or is not in the newest version any more. */
    Optional<RangeeIncertaine> rangeeIncertaine(String cle, String regle);
}
