/**
 * Import of tables (CSV, XLSX): read, preview row by row, correct in place, write once. Each kind of file is a
 * {@link fr.jalon.importation.TypeImport}; the machinery knows none of them.
 */
@ApplicationModule(
        displayName = "Importation",
        allowedDependencies = {
            "commun",
            "agent",
            "annuaire",
            "usager",
            "dossier",
            "rsa",
            "orientation",
            "corbeille",
            "parcours"
        })
package fr.jalon.importation;

import org.springframework.modulith.ApplicationModule;

