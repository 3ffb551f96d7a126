package fr.jalon.dispositif.faits;

import java.util.UUID;

/** The right is open: the person must be oriented (CASF D262-65-2). The orientation path will hear it. */
public record OrientationDemandee(UUID dossierId, UUID personneId, String antenne) {}
