package fr.jalon.formation;

import fr.jalon.commun.Siret;
import java.time.LocalDate;

/**
 * Who trains, and is paid.
 *
 * @param adresse one line a row of the envelope
 * @param certifie whether it says that it is certified Qualiopi; null when nobody asked
 * @param qualiopi number of its certificate, or null
 * @param qualiopiAu last day of its certificate, or null
 */
public record OrganismeFormation(
        String nom, String adresse, Siret siret, Boolean certifie, String qualiopi, LocalDate qualiopiAu) {

    /** Whether its certificate covers a training to its end (C. trav., art. L6316-1); null when that is not known. */
    Boolean certifiePour(FormationVisee formation) {
        if (!Boolean.TRUE.equals(certifie)) {
            return certifie;
        }
        return qualiopiAu == null ? null : Boolean.valueOf(!qualiopiAu.isBefore(formation.fin()));
    }
}
