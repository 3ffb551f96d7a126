package fr.jalon.temps;

import fr.jalon.commun.JoursOuvres;
import fr.jalon.decision.Decisions;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When an antenne receives, by the table {@code horaires-antennes}; it is closed on public holidays. */
@Component
public class HorairesAntennes {

    private static final String TABLE = "horaires-antennes";
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H'h'mm");

    private final Decisions decisions;

    HorairesAntennes(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Opening hours of one day, wall clock of Paris. */
    public record Plage(LocalTime debut, LocalTime fin) {}

    /** In the order of the day; none on a closed day. */
    public List<Plage> plages(String antenne, LocalDate jour) {
        return JoursOuvres.estFerie(jour) ? List.of() : plages(antenne, jour.getDayOfWeek());
    }

    private List<Plage> plages(String antenne, DayOfWeek jour) {
        return decisions.evaluer(TABLE, Map.of("antenne", antenne, "jourSemaine", jour.getValue())).regles().stream()
                .map(r -> new Plage(LocalTime.parse(r.texte("debut")), LocalTime.parse(r.texte("fin"))))
                .sorted(Comparator.comparing(Plage::debut))
                .toList();
    }

    public boolean ferme(String antenne, LocalDate jour) {
        return plages(antenne, jour).isEmpty();
    }

    public boolean recoit(String antenne, LocalDateTime debut, LocalDateTime fin) {
        return fin.toLocalDate().equals(debut.toLocalDate())
                && plages(antenne, debut.toLocalDate()).stream()
                        .anyMatch(p -> !debut.toLocalTime().isBefore(p.debut())
                                && !fin.toLocalTime().isAfter(p.fin()));
    }

    /** Minutes of opening between two instants. */
    public long minutesOuvrees(String antenne, Instant debut, Instant fin) {
        return semaine(antenne).entre(debut, fin).minutes();
    }

    /** The week of an antenne as the table says it now, read once. */
    public Semaine semaine(String antenne) {
        Map<DayOfWeek, List<Plage>> semaine = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek jour : DayOfWeek.values()) {
            semaine.put(jour, plages(antenne, jour));
        }
        return new Semaine(semaine);
    }

    /** "de 9h00 à 12h00 et de 13h30 à 17h00". */
    public String enMots(String antenne, LocalDate jour) {
        return plages(antenne, jour).stream()
                .map(p -> "de " + HEURE.format(p.debut()) + " à " + HEURE.format(p.fin()))
                .collect(Collectors.joining(" et "));
    }
}
