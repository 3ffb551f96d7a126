package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What an indicator counts, as its file says it.
 *
 * @param code for example {@code ORIENTATION_SIX_SEMAINES}
 * @param mesure how it is worked out
 * @param population code of the dispositif whose dossiers it counts
 * @param exclusions ends of a dossier that leave it out
 * @param article where it comes from, for a reader
 * @param responsable who answers for it
 * @param objectifs targets in per cent by the day from which they hold, oldest first
 */
record Definition(
        String code,
        String libelle,
        Mesure mesure,
        String population,
        Set<String> exclusions,
        String article,
        String responsable,
        List<Objectif> objectifs) {

    /** A target in per cent from a day on. */
    record Objectif(LocalDate depuis, int pourcentage) {}

    /** The target in force that day, null before the first. */
    Integer objectif(LocalDate jour) {
        return objectifs.stream()
                .filter(o -> !o.depuis().isAfter(jour))
                .max(Comparator.comparing(Objectif::depuis))
                .map(Objectif::pourcentage)
                .orElse(null);
    }
}
