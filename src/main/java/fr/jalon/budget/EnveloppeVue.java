package fr.jalon.budget;

import java.util.List;

/**
 * An envelope of a year and its figures.
 *
 * @param id letters, digits and dashes
 * @param financeurs in the order of the data
 */
public record EnveloppeVue(String id, String libelle, int exercice, List<Financeur> financeurs, Chiffres chiffres) {

    public EnveloppeVue {
        financeurs = List.copyOf(financeurs);
    }

    EnveloppeVue avec(Chiffres autres) {
        return new EnveloppeVue(id, libelle, exercice, financeurs, autres);
    }
}
