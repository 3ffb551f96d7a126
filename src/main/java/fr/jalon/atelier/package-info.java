/** The process owner's workshop: models deposited as drafts, judged by an allow-list, published by a second person, kept by version. */
@ApplicationModule(
        displayName = "Atelier",
        allowedDependencies = {"agent", "commun", "decision", "dispositif", "moteur"})
package fr.jalon.atelier;

import org.springframework.modulith.ApplicationModule;
