/** Letters: versioned templates with a closed catalogue of merge fields, PDF, repeat-safe production, archive with a digest. */
@ApplicationModule(
        displayName = "Courrier",
        allowedDependencies = {"commun", "agent", "decision"})
package fr.jalon.courrier;

import org.springframework.modulith.ApplicationModule;
