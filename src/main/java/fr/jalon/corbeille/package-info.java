/** The task queues: a read model of its own, written in the engine's transaction from the events of the tasks. */
@ApplicationModule(
        displayName = "Corbeille",
        allowedDependencies = {"commun", "agent", "usager", "dossier", "parcours"})
package fr.jalon.corbeille;

import org.springframework.modulith.ApplicationModule;

