/** Digital inclusion: a short diagnosis, what the table says of it, the nearest place (Pacte rennais d'insertion 2017-2021, lever 5). */
@ApplicationModule(
        displayName = "Numérique",
        allowedDependencies = {"commun", "agent", "usager", "decision", "annuaire", "accueil", "courrier"})
package fr.jalon.numerique;

import org.springframework.modulith.ApplicationModule;
