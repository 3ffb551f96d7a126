package fr.jalon.web.api;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** An instant as a caller writes it. */
final class InstantLu {

    private static final int ANNEE_MAX = 9998;

    private InstantLu() {}

    /**
     * An instant (2026-05-31T10:00:00Z), or the end of a day in Paris (2026-05-31); null when absent.
     *
     * @throws SaisieInvalide for any other text
     */
    static Instant de(String champ, String texte) {
        if (texte == null || texte.isBlank()) {
            return null;
        }
        try {
            Instant lu = texte.contains("T")
                    // A plus sign of an address reads as a space
                    ? OffsetDateTime.parse(texte.replace(' ', '+')).toInstant()
                    : LocalDate.parse(texte)
                            .plusDays(1)
                            .atStartOfDay(Horloge.PARIS)
                            .toInstant()
                            .minus(1, ChronoUnit.MILLIS);
            int annee = lu.atZone(Horloge.PARIS).getYear();
            if (annee >= 1000 && annee <= ANNEE_MAX) {
                return lu;
            }
        } catch (DateTimeParseException e) {
            throw refus(champ);
        }
        throw refus(champ);
    }

    private static SaisieInvalide refus(String champ) {
        return new SaisieInvalide(champ, "Donnez un jour (2026-05-31) ou un instant (2026-05-31T10:00:00Z).");
    }
}
