/** The engine: deploys the models, completes tasks, runs delegates, shows incidents. Knows no dispositif; only its sub-package {@code camunda} knows which engine it is. */
@ApplicationModule(
        displayName = "Moteur",
        allowedDependencies = {"agent", "commun", "courrier", "decision", "dispositif", "dossier", "seance"})
package fr.jalon.moteur;

import org.springframework.modulith.ApplicationModule;
