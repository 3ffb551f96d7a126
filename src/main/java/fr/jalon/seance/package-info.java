/**
 * Sessions of an instance that gives opinions: the équipe pluridisciplinaire now, the CAI later. It knows dossiers by their
 * number alone: features declare what is ready, show it through {@link fr.jalon.seance.SujetDeSeance} and hear the opinions.
 */
@ApplicationModule(
        displayName = "Séance",
        allowedDependencies = {"commun", "agent", "decision", "courrier"})
package fr.jalon.seance;

import org.springframework.modulith.ApplicationModule;
