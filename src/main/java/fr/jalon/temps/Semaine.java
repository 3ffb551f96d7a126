package fr.jalon.temps;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.temps.HorairesAntennes.Plage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The opening hours of an antenne in a week, to measure what time the service had; closed on public holidays. */
public final class Semaine {

    private final Map<DayOfWeek, List<Plage>> plages;

    /** @param plages opening hours by day of the week, none on a closed day */
    public Semaine(Map<DayOfWeek, List<Plage>> plages) {
        this.plages = new EnumMap<>(DayOfWeek.class);
        this.plages.putAll(plages);
    }

    /**
     * What the service had of a time.
     *
     * @param minutes minutes of opening, whole
     * @param jours working days: a whole open day is one whatever its hours, a part of it is its share of its hours
     */
    public record TempsOuvre(long minutes, double jours) {}

    /** The opening time between two instants, by the wall clock of Paris: no night of a clock change adds or takes any. */
    public TempsOuvre entre(Instant debut, Instant fin) {
        LocalDateTime de = LocalDateTime.ofInstant(debut, Horloge.PARIS);
        LocalDateTime a = LocalDateTime.ofInstant(fin, Horloge.PARIS);
        long secondes = 0;
        double jours = 0;
        for (LocalDate jour = de.toLocalDate(); !jour.isAfter(a.toLocalDate()); jour = jour.plusDays(1)) {
            List<Plage> ouvertures = JoursOuvres.estFerie(jour) ? List.of() : du(jour);
            long ouvert = 0;
            long compte = 0;
            for (Plage plage : ouvertures) {
                ouvert += ChronoUnit.SECONDS.between(plage.debut(), plage.fin());
                compte += commun(jour.atTime(plage.debut()), jour.atTime(plage.fin()), de, a);
            }
            secondes += compte;
            jours += ouvert == 0 ? 0 : (double) compte / ouvert;
        }
        return new TempsOuvre(secondes / 60, jours);
    }

    private List<Plage> du(LocalDate jour) {
        return plages.getOrDefault(jour.getDayOfWeek(), List.of());
    }

    private static long commun(LocalDateTime ouvre, LocalDateTime ferme, LocalDateTime de, LocalDateTime a) {
        LocalDateTime premier = ouvre.isAfter(de) ? ouvre : de;
        LocalDateTime dernier = ferme.isBefore(a) ? ferme : a;
        return Math.max(0, ChronoUnit.SECONDS.between(premier, dernier));
    }
}
