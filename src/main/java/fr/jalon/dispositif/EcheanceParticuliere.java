package fr.jalon.dispositif;

import java.util.Optional;
import java.util.UUID;

/** Dates of the steps whose delay does not run from the day on which the step begins: the dispositif knows from when. */
@FunctionalInterface
public interface EcheanceParticuliere {

    /** Empty when the step follows the common rule. */
    Optional<EcheanceEtape.Dates> dates(UUID dossierId, String etape);
}
