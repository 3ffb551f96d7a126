/** Append-only audit: who did what, when and why, chained by digests; readings of files. */
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {
            "commun",
            "agent",
            "atelier",
            "annuaire",
            "usager",
            "dossier",
            "piece",
            "importation",
            "accueil",
            "numerique",
            "seance",
            "decision",
            "courrier"
        })
package fr.jalon.journal;

import org.springframework.modulith.ApplicationModule;
