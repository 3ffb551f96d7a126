package fr.jalon.dispositif;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Letters of some steps that a dispositif shows before all answers are there: without it, a step is previewed by a trial, which needs
 * them all.
 */
public interface ApercusDuDispositif {

    /** Whether this step is one of them. */
    boolean aUnCourrier(String etape);

    /**
     * The PDF of the letter; nothing is kept.
     *
     * @param donnees answers of the step's form, not yet checked
     * @return empty when these answers send none
     * @throws fr.jalon.commun.SaisieInvalide when an answer that the letter prints is missing
     */
    Optional<byte[]> rediger(UUID dossierId, String etape, Map<String, Object> donnees);
}
