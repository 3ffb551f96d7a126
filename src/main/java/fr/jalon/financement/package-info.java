/** Who pays what of a cost: a plan whose parts sum to it, to the cent, the CCAS last. Knows neither aid nor ledger. */
@ApplicationModule(
        displayName = "Plan de financement",
        allowedDependencies = {"commun", "decision"})
package fr.jalon.financement;

import org.springframework.modulith.ApplicationModule;
