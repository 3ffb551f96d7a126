/**
 * The engine's side: deploys the models, completes tasks, runs delegates, shows incidents. Only its sub-package
 * {@code camunda} knows which engine it is.
 */
@ApplicationModule(
        displayName = "Parcours",
        allowedDependencies = {
            "commun",
            "agent",
            "usager",
            "decision",
            "dossier",
            "rsa",
            "orientation",
            "courrier",
            "seance",
            "sanction",
            "annuaire",
            "prescription",
            "temps"
        })
package fr.jalon.parcours;

import org.springframework.modulith.ApplicationModule;
