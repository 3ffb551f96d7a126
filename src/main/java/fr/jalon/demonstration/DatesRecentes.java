package fr.jalon.demonstration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves the dates of receipt of the sample by whole weeks, so that a demonstration of any year shows claims of the last
 * weeks and not claims that are all late. Birth dates stay.
 */
final class DatesRecentes {

    static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String COLONNE = "date_depot";

    private DatesRecentes() {}

    static List<Map<String, String>> avancer(List<Map<String, String>> lignes, LocalDate aujourdhui) {
        LocalDate derniere = lignes.stream()
                .map(ligne -> LocalDate.parse(ligne.get(COLONNE), JOUR))
                .filter(DatesRecentes::plausible)
                .max(Comparator.naturalOrder())
                .orElse(aujourdhui);
        long semaines = Math.floorDiv(ChronoUnit.DAYS.between(derniere, aujourdhui), 7);
        return lignes.stream().map(ligne -> avancer(ligne, semaines)).toList();
    }

    private static Map<String, String> avancer(Map<String, String> ligne, long semaines) {
        Map<String, String> avancee = new LinkedHashMap<>(ligne);
        avancee.computeIfPresent(COLONNE, (nom, texte) -> {
            LocalDate jour = LocalDate.parse(texte, JOUR);
            return plausible(jour) ? jour.plusWeeks(semaines).format(JOUR) : texte;
        });
        return avancee;
    }

    /** One of the ten wrong rows has a date of the far future: it stays wrong. */
    private static boolean plausible(LocalDate jour) {
        return jour.getYear() < 2090;
    }
}
