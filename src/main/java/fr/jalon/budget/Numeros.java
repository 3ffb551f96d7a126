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

    /** Next number, for example E2026-000012. */
    String suivant(String serie, int exercice) {
        jdbc.update(
                "insert into budget_numero (serie, exercice, dernier) values (?, ?, last_insert_id(1))"
                        + " on duplicate key update dernier = last_insert_id(dernier + 1)",
                serie,
                exercice);
        long numero = jdbc.queryForObject("select last_insert_id()", Long.class);
        return "%s%d-%06d".formatted(serie, exercice, numero);
    }
}
