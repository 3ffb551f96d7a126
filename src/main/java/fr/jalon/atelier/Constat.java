package fr.jalon.atelier;

/**
 * What is wrong with a model and how to mend it, in French.
 *
 * @param element id of the element, null when the finding is about the file
 * @param regle code of the rule
 * @param ligne line of the file from 1, null when it has none
 */
public record Constat(
        String fichier, String element, String regle, Gravite gravite, String message, String remede, Integer ligne) {

    /** Whether a finding forbids the publication. */
    public enum Gravite {
        ERREUR,
        AVERTISSEMENT
    }

    public boolean erreur() {
        return gravite == Gravite.ERREUR;
    }
}
