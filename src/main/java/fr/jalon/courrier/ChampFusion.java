package fr.jalon.courrier;

import java.util.Set;

/**
 * One entry of the closed catalogue of merge fields.
 *
 * @param code name in the templates, for example {@code dossier.dateDepot}
 * @param libelle French name for process owners and for the error of a missing value
 * @param exemple example of value, used to try a template before it is published
 * @param fixe printed by the layout on every letter (sender, addressee, signature): a value is always needed
 * @param exigePar acts (courriers/actes.csv) whose templates must hold this field outside any condition
 */
public record ChampFusion(
        String code,
        TypeChamp type,
        String libelle,
        String description,
        String exemple,
        boolean fixe,
        Set<String> exigePar) {

    public ChampFusion {
        exigePar = Set.copyOf(exigePar);
    }

    /** Whether this is a field of a row of that list. */
    public boolean appartientA(String liste) {
        return code.startsWith(liste + ".");
    }
}
