package fr.jalon.dispositif;

import java.time.LocalDate;
import java.util.UUID;

/** Gives the two dates of a step that begins now. */
public interface EcheanceEtape {

    /** Target and hard date; each may be null when the step has none. */
    record Dates(LocalDate cible, LocalDate limite) {}

    Dates dates(UUID dossierId, String etape);
}
