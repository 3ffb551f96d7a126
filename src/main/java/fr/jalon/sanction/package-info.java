/** Breaches of the rights and duties of the RSA and their graded sanctions, with their adversarial time (CASF L262-37, R262-68, R262-68-6). */
@ApplicationModule(
        displayName = "Sanction",
        allowedDependencies = {
            "agent",
            "commun",
            "courrier",
            "decision",
            "dispositif",
            "dispositif :: faits",
            "dossier",
            "moteur",
            "seance",
            "usager"
        })
package fr.jalon.sanction;

import org.springframework.modulith.ApplicationModule;
