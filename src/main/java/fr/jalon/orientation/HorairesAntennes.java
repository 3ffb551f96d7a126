package fr.jalon.orientation;

import fr.jalon.commun.JoursOuvres;
import fr.jalon.decision.Decisions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When an antenne receives, by the table {@code horaires-antennes}; it is closed on public holidays. */
@Component
class HorairesAntennes {

    private static final String TABLE = "horaires-antennes";
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H'h'mm");

    private final Decisions decisions;

    HorairesAntennes(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Opening hours of one day, wall clock of Paris. */
    record Plage(LocalTime debut, LocalTime fin) {}

    /** In the order of the day; none on a closed day. */
    List<Plage> plages(String antenne, LocalDate jour) {
        if (JoursOuvres.estFerie(jour)) {
            return List.of();
        }
        return decisions
                .evaluer(
                        TABLE,
                        Map.of(
                                "antenne",
                                antenne,
                                "jourSemaine",
                                jour.getDayOfWeek().getValue()))
                .regles()
                .stream()
                .map(r -> new Plage(LocalTime.parse(r.texte("debut")), LocalTime.parse(r.texte("fin"))))
                .sorted(Comparator.comparing(Plage::debut))
                .toList();
    }

    boolean ferme(String antenne, LocalDate jour) {
        return plages(antenne, jour).isEmpty();
    }

    boolean recoit(String antenne, LocalDateTime debut, LocalDateTime fin) {
        return fin.toLocalDate().equals(debut.toLocalDate())
                && plages(antenne, debut.toLocalDate()).stream()
                        .anyMatch(p -> !debut.toLocalTime().isBefore(p.debut())
                                && !fin.toLocalTime().isAfter(p.fin()));
    }

    /** "de 9h00 à 12h00 et de 13h30 à 17h00". */
    String enMots(String antenne, LocalDate jour) {
        return plages(antenne, jour).stream()
                .map(p -> "de " + HEURE.format(p.debut()) + " à " + HEURE.format(p.fin()))
                .collect(Collectors.joining(" et "));
    }
}
