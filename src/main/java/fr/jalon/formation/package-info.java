/** Funding of training: the request built with the person, its technical opinion, its decision, its milestones and its results (domaine, section 3.5). */
@ApplicationModule(
        displayName = "Financement de formation",
        allowedDependencies = {
            "agent",
            "budget",
            "commun",
            "courrier",
            "decision",
            "dispositif",
            "dossier",
            "financement",
            "moteur",
            "seance",
            "usager"
        })
package fr.jalon.formation;

import org.springframework.modulith.ApplicationModule;
