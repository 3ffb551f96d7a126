/** The time of the dossiers: who held them, at which step, from when to when; the hours of the service. */
@ApplicationModule(
        displayName = "Temps",
        allowedDependencies = {"commun", "decision"})
package fr.jalon.temps;

import org.springframework.modulith.ApplicationModule;
