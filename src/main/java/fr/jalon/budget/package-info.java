/** The ledger of the envelopes: append-only double entry in cents, reserve then commit, balances at any date. Knows no dispositif. */
@ApplicationModule(displayName = "Budget", allowedDependencies = "commun")
package fr.jalon.budget;

import org.springframework.modulith.ApplicationModule;
