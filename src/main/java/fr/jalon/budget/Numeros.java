package fr.jalon.budget;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Numbers of a series and a year, never given twice: they are taken in the transaction of what bears them. */
@Component
class Numeros {

    private final JdbcTemplate jdbc;

    Numeros(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Numbers that follow each other.
     *
     * @param prefixe what stands before the six figures
     * @param premier the first of them
     */
    record Bloc(String prefixe, long premier) {}

    /** Next number, for example E2026-000012. */
    String suivant(String serie, int exercice) {
        Bloc bloc = reserver(serie, exercice, 1);
        return "%s%06d".formatted(bloc.prefixe(), bloc.premier());
    }

    /** The next numbers, for whoever writes them all at once. */
    Bloc reserver(String serie, int exercice, int combien) {
        jdbc.update(
                "insert into budget_numero (serie, exercice, dernier) values (?, ?, last_insert_id(?))"
                        + " on duplicate key update dernier = last_insert_id(dernier + ?)",
                serie,
                exercice,
                combien,
                combien);
        long dernier = jdbc.queryForObject("select last_insert_id()", Long.class);
        return new Bloc(serie + exercice + "-", dernier - combien + 1);
    }
}
