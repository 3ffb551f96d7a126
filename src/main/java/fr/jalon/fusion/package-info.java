/** Two cards of one person made one: preview, agreement of each antenne, undo while nothing new rests on it (docs/decisions/0036). */
@ApplicationModule(
        displayName = "Fusion",
        allowedDependencies = {"commun", "agent", "decision", "usager", "dossier"})
package fr.jalon.fusion;

import org.springframework.modulith.ApplicationModule;
