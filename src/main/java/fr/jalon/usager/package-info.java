/** Persons and foyers: identity, contact, language, consents, likely duplicates, history of changes. */
@ApplicationModule(
        displayName = "Usager",
        allowedDependencies = {"commun", "agent", "decision"})
package fr.jalon.usager;

import org.springframework.modulith.ApplicationModule;
