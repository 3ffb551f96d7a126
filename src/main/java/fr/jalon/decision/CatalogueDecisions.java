package fr.jalon.decision;

import java.util.List;

/** What the published tables are made of, for the screens: the choices of a field and the facts that a rule looked at. */
public interface CatalogueDecisions {

    /**
     * The text values that a table knows for one of its inputs, in the order of its rows.
     *
     * @param entree name of the input, as in the facts
     */
    List<String> valeurs(String cle, String entree);

    /** An input that a rule tests: its name among the facts and its French label. */
    record Entree(String nom, String libelle) {}

    /** The inputs that a rule of the newest version tests; none when the rule is not in it any more. */
    List<Entree> entreesDeLaRegle(String cle, String regle);
}
