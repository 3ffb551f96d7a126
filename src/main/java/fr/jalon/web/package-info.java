/** Screens by role and the public API. */
@ApplicationModule(displayName = "Web")
package fr.jalon.web;

import org.springframework.modulith.ApplicationModule;
