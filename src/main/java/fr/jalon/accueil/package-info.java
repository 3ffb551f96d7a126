/** The front desk: visits with or without a name, their receipts, and the first answers counted. */
@ApplicationModule(
        displayName = "Accueil",
        allowedDependencies = {"commun", "agent", "usager", "decision", "annuaire", "dossier", "courrier"})
package fr.jalon.accueil;

import org.springframework.modulith.ApplicationModule;
