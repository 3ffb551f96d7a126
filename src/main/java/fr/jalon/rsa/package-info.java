/** The RSA: its conditions, its amount and their explanation. Figures and legal choices live in the decision tables. */
@ApplicationModule(
        displayName = "RSA",
        allowedDependencies = {
            "agent",
            "commun",
            "courrier",
            "decision",
            "dispositif",
            "dispositif :: faits",
            "dossier",
            "usager"
        })
package fr.jalon.rsa;

import org.springframework.modulith.ApplicationModule;
