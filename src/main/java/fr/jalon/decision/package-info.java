/** Evaluation and explanation of DMN decisions: the only door to them for the other modules. */
@ApplicationModule(
        displayName = "Décision",
        allowedDependencies = {"commun", "agent"})
package fr.jalon.decision;

import org.springframework.modulith.ApplicationModule;
