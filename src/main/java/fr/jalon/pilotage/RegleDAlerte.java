package fr.jalon.pilotage;

import fr.jalon.agent.Role;
import java.util.Set;

/**
 * When something is to be looked at: a row of {@code pilotage/alertes.csv}.
 *
 * @param dispositif code, null for all
 * @param antenne code, null for the whole house, {@link #CHAQUE} for each
 * @param lecteurs roles that read it; a responsable d'antenne reads that of its antenne alone
 */
public record RegleDAlerte(
        String code,
        String libelle,
        Grandeur grandeur,
        String dispositif,
        String antenne,
        Seuil seuil,
        Set<Role> lecteurs) {

    static final String CHAQUE = "CHAQUE";

    private static final int CENT = 100;

    /**
     * A threshold that neither few dossiers nor one bad day pass.
     *
     * @param plancher fewer dossiers raise nothing
     * @param tenir days that it must last before it is told
     * @param repos days in which what ended and comes back is the same alert, not told again
     */
    public record Seuil(boolean auDessus, double valeur, long plancher, int tenir, int repos) {

        boolean franchi(Grandeur.Mesuree mesure) {
            return mesure.dossiers() >= plancher && (auDessus ? mesure.valeur() > valeur : mesure.valeur() < valeur);
        }
    }

    /** Whether who reads no small number may read that it was raised: what it then knows at least is no small number. */
    boolean sansPetitNombre(long minimum) {
        double part = seuil.auDessus() ? seuil.valeur() : CENT - seuil.valeur();
        return grandeur.pourcentage()
                ? seuil.plancher() * part / CENT >= minimum
                : seuil.auDessus() && seuil.valeur() >= minimum;
    }
}
