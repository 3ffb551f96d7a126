/** The demonstration: an embedded real MariaDB, invented accounts and files. Active only with the profile {@code demonstration}. */
@ApplicationModule(displayName = "Démonstration")
package fr.jalon.demonstration;

import org.springframework.modulith.ApplicationModule;
