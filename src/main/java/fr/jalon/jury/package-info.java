/**
 * The jury of an instance that decides by ballots, the CAI first: votes, prepared opinions under seal, ties of interest, the register that an
 * outsider checks. Sessions, seats and agenda are those of {@code seance}; the budget is read, never written.
 */
@ApplicationModule(
        displayName = "Jury",
        allowedDependencies = {"agent", "budget", "commun", "courrier", "decision", "piece", "seance"})
package fr.jalon.jury;

import org.springframework.modulith.ApplicationModule;
