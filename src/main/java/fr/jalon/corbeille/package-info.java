/** The task queues: a read model of its own, written in the engine's transaction from the events of the tasks. */
@ApplicationModule(
        displayName = "Corbeille",
        allowedDependencies = {"agent", "commun", "dispositif", "dossier", "moteur", "usager"})
package fr.jalon.corbeille;

import org.springframework.modulith.ApplicationModule;
