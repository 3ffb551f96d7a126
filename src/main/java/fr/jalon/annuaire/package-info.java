/**
 * Directory of the insertion offer (répertoire de l'offre d'insertion): organisations, their places, their offers and what room
 * is left in them. It holds no personal data: posts and functions, never names.
 */
@ApplicationModule(
        displayName = "Annuaire",
        allowedDependencies = {"commun", "agent", "decision"})
package fr.jalon.annuaire;

import org.springframework.modulith.ApplicationModule;
