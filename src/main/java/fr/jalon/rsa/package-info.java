/** The RSA: its conditions, its amount and their explanation. Figures and legal choices live in the decision tables. */
@ApplicationModule(
        displayName = "RSA",
        allowedDependencies = {"commun", "agent", "decision", "dossier", "usager"})
package fr.jalon.rsa;

import org.springframework.modulith.ApplicationModule;

