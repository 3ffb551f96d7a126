package fr.jalon.rsa;

import fr.jalon.decision.Ligne;

/** Everything that a simulation found, before it is told. */
record Simulation(Foyer foyer, Bareme bareme, Droit droit, MontantFoyer montant, Ligne versement) {}
