/**
 * Import of tables (CSV, XLSX): read, preview row by row, correct in place, write once. Each kind of file is a
 * {@link fr.jalon.importation.TypeImport}; the machinery knows none of them.
 */
@ApplicationModule(
        displayName = "Importation",
        allowedDependencies = {
            "agent",
            "annuaire",
            "commun",
            "corbeille",
            "dispositif",
            "dossier",
            "moteur",
            "orientation",
            "rsa",
            "usager"
        })
package fr.jalon.importation;

import org.springframework.modulith.ApplicationModule;
