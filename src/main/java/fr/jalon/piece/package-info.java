/** Files received: checks, antivirus, encryption, storage. */
@ApplicationModule(
        displayName = "Pièce",
        allowedDependencies = {"commun", "agent", "dossier"})
package fr.jalon.piece;

import org.springframework.modulith.ApplicationModule;
