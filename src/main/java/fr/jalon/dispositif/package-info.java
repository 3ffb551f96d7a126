/** What a dispositif gives the house and what all of them do alike: steps, delegates, letters, delays, sendings. Knows no dispositif by name, and no engine. */
@ApplicationModule(
        displayName = "Dispositif",
        allowedDependencies = {"agent", "commun", "courrier", "decision", "dossier", "seance", "temps", "usager"})
package fr.jalon.dispositif;

import org.springframework.modulith.ApplicationModule;
