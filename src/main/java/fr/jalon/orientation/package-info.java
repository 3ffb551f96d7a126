/** Orientation of the persons: proposal of a path, periods with an organisation and a référent, contrat d'engagement (CASF L262-29 to L262-36). */
@ApplicationModule(
        displayName = "Orientation",
        allowedDependencies = {"commun", "agent", "usager", "decision", "dossier", "annuaire", "temps"})
package fr.jalon.orientation;

import org.springframework.modulith.ApplicationModule;

