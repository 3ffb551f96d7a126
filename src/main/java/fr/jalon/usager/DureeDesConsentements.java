package fr.jalon.usager;

import java.time.LocalDate;

/** How long an agreement may be given for: a figure of those who ask for agreements. */
public interface DureeDesConsentements {

    /** Last day that an agreement given today may have. */
    LocalDate dernierJour();
}
