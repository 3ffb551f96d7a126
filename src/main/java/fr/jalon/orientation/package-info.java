/** Orientation of the persons: proposal of a path, periods with an organisation and a référent, contrat d'engagement (CASF L262-29 to L262-36). */
@ApplicationModule(
        displayName = "Orientation",
        allowedDependencies = {
            "agent",
            "annuaire",
            "commun",
            "courrier",
            "decision",
            "dispositif",
            "dispositif :: faits",
            "dossier",
            "moteur",
            "seance",
            "temps",
            "usager"
        })
package fr.jalon.orientation;

import org.springframework.modulith.ApplicationModule;
