/** What is late and why, in working time: read models of the managers, made from the facts of the others and made again at will. */
@ApplicationModule(
        displayName = "Pilotage",
        allowedDependencies = {"agent", "commun", "decision", "dispositif", "dossier", "temps"})
package fr.jalon.pilotage;

import org.springframework.modulith.ApplicationModule;
