package fr.jalon.numerique;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A diagnosis: the answers of one day and what the table said of them.
 *
 * @param numero what a person reads, for example N-2026-000012
 * @param personneId null without a name
 * @param visiteId the visit that it was made at, null for none
 * @param quartier where the person lives, else one of the antenne's
 * @param reponses by key of the form {@code diagnostic-numerique}
 * @param orientation what the table proposed
 * @param retenue what the person chose among what fired: the proposal until said otherwise
 * @param raisons every row that fired, the first ranked first
 */
public record DiagnosticVue(
        UUID id,
        String numero,
        UUID personneId,
        UUID visiteId,
        String antenne,
        String quartier,
        String publicVise,
        String agent,
        Instant etabliLe,
        Map<String, Object> reponses,
        OrientationNumerique orientation,
        OrientationNumerique retenue,
        List<RaisonNumerique> raisons,
        int versionTable,
        int version) {

    public DiagnosticVue {
        reponses = Collections.unmodifiableMap(new LinkedHashMap<>(reponses));
        raisons = List.copyOf(raisons);
    }

    /** What the person may choose from: every orientation that a row spoke for, the proposal first. */
    public List<OrientationNumerique> possibles() {
        return raisons.stream().map(RaisonNumerique::orientation).distinct().toList();
    }

    /** The rows that speak for what was chosen. */
    public List<RaisonNumerique> raisonsRetenues() {
        return raisons.stream().filter(r -> r.orientation() == retenue).toList();
    }
}
