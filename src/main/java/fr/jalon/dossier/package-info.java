/** The case: number, state, legal clock, history in plain words, checklist of pieces, notes, what is signalled about it. */
@ApplicationModule(
        displayName = "Dossier",
        allowedDependencies = {"commun", "agent", "usager", "decision"})
package fr.jalon.dossier;

import org.springframework.modulith.ApplicationModule;
