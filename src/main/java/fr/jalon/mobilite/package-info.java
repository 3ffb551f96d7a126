/** Aids to mobility: what the CCAS can pay of a licence, a vehicle or a journey, why, and who decides (domaine, section 3.4). */
@ApplicationModule(
        displayName = "Aide à la mobilité",
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
package fr.jalon.mobilite;

import org.springframework.modulith.ApplicationModule;
