/** Accounts, roles, antennes, and who may see what. */
@ApplicationModule(displayName = "Agent", allowedDependencies = "commun")
package fr.jalon.agent;

import org.springframework.modulith.ApplicationModule;
