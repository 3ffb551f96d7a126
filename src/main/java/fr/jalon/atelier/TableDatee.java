package fr.jalon.atelier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table whose rows count during periods: one of its inputs tests nothing but days.
 *
 * @param cle decision id
 * @param nom what it is, in words
 * @param description more words, may be empty
 * @param unique one row answers at a time; else several may
 * @param place place of the input that tests the days, from 0
 * @param jour that input
 * @param sorties its output columns
 * @param rangees its rows, in their order
 */
public record TableDatee(
        String cle,
        String nom,
        String description,
        boolean unique,
        int place,
        Colonne jour,
        List<Colonne> sorties,
        List<Rangee> rangees) {

    /** End of the id of a row that continues another. */
    private static final Pattern SUITE = Pattern.compile("_\\d{8}$");

    public TableDatee {
        sorties = List.copyOf(sorties);
        rangees = List.copyOf(rangees);
    }

    /** A column: what it reads or is called, its label, its type as the table declares it, empty when it does not. */
    public record Colonne(String nom, String libelle, String type) {}

    /**
     * A row.
     *
     * @param id its id in the file
     * @param periode when it counts
     * @param conditions what its other inputs test, as written
     * @param valeurs cells of its outputs, as written
     */
    public record Rangee(String id, Periode periode, List<String> conditions, List<String> valeurs, String annotation) {

        public Rangee {
            conditions = List.copyOf(conditions);
            valeurs = List.copyOf(valeurs);
        }

        /** The id without what tells a continuation. */
        public String souche() {
            return SUITE.matcher(id).replaceFirst("");
        }
    }

    /** The rows that say the same thing at different times, each list by date: those of the same other conditions. */
    public List<List<Rangee>> series() {
        Map<List<String>, List<Rangee>> series = new LinkedHashMap<>();
        for (Rangee r : rangees) {
            List<String> cle = new ArrayList<>(r.conditions());
            if (!unique) {
                // Where several rows answer together, only the id says which one continues which.
                cle.add(r.souche());
            }
            series.computeIfAbsent(cle, c -> new ArrayList<>()).add(r);
        }
        return series.values().stream().map(TableDatee::parDate).toList();
    }

    private static List<Rangee> parDate(List<Rangee> rangees) {
        return rangees.stream()
                .sorted((a, b) -> debut(a.periode()).compareTo(debut(b.periode())))
                .toList();
    }

    private static LocalDate debut(Periode p) {
        return p.du() == null ? LocalDate.MIN : p.du();
    }

    /** The row of a series that counts on a day. */
    public static Optional<Rangee> enVigueur(List<Rangee> serie, LocalDate jour) {
        return serie.stream().filter(r -> r.periode().contient(jour)).findFirst();
    }

    /** The place of an output column, or -1. */
    public int sortie(String nom) {
        return sorties.stream().map(Colonne::nom).toList().indexOf(nom);
    }
}
