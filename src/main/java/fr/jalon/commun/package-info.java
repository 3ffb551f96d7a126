/** Words shared by every module: amounts, periods, working days, the clock, refusals. Knows no other module. */
@ApplicationModule(
        displayName = "Commun",
        allowedDependencies = {})
package fr.jalon.commun;

import org.springframework.modulith.ApplicationModule;
