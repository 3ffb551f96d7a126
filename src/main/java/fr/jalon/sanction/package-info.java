/** Breaches of the rights and duties of the RSA and their graded sanctions, with their adversarial time (CASF L262-37, R262-68, R262-68-6). */
@ApplicationModule(
        displayName = "Sanction",
        allowedDependencies = {"commun", "agent", "usager", "decision", "dossier"})
package fr.jalon.sanction;

import org.springframework.modulith.ApplicationModule;

