package fr.jalon.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the figures: now from the balance rows, at a date from the sums by day and the lines of the last day known. */
@Component
class Soldes {

    private static final String SOMMES = "coalesce(sum(vote), 0), coalesce(sum(reserve), 0), coalesce(sum(engage), 0),"
            + " coalesce(sum(liquide), 0), coalesce(sum(mandate), 0), coalesce(sum(paye), 0), coalesce(sum(libre), 0)";

    private final JdbcTemplate jdbc;

    Soldes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Present figures of each funder of an envelope. */
    Map<String, Chiffres> parFinanceur(String enveloppe) {
        Map<String, Chiffres> parts = new LinkedHashMap<>();
        jdbc.query(
                "select vote, reserve, engage, liquide, mandate, paye, libre, financeur from budget_solde"
                        + " where enveloppe_id = ? and financeur <> '*'",
                rs -> {
                    parts.put(rs.getString(8), lire(rs));
                },
                enveloppe);
        return parts;
    }

    /** Present figures of an envelope. */
    Chiffres presents(String enveloppe) {
        return jdbc.queryForObject(
                "select vote, reserve, engage, liquide, mandate, paye, libre from budget_solde"
                        + " where enveloppe_id = ? and financeur = '*'",
                (rs, n) -> lire(rs),
                enveloppe);
    }

    /** Figures at the end of a value date, as all that is recorded now tells them. */
    Chiffres au(String enveloppe, LocalDate au) {
        return jdbc.queryForObject(
                "select " + SOMMES + " from budget_jour where enveloppe_id = ? and valeur <= ?",
                (rs, n) -> lire(rs),
                enveloppe,
                au);
    }

    /** Figures at the end of a value date, as they were known at an instant, this instant included. */
    Chiffres au(String enveloppe, LocalDate au, Instant connuLe) {
        LocalDate jour = LocalDate.ofInstant(connuLe, ZoneOffset.UTC);
        Chiffres avant = jdbc.queryForObject(
                "select " + SOMMES + " from budget_jour where enveloppe_id = ? and valeur <= ? and saisi_le < ?",
                (rs, n) -> lire(rs),
                enveloppe,
                au,
                jour);
        return avant.plus(duJour(enveloppe, au, jour.atStartOfDay().toInstant(ZoneOffset.UTC), connuLe));
    }

    private Chiffres duJour(String enveloppe, LocalDate au, Instant debut, Instant connuLe) {
        Chiffres[] somme = {Chiffres.ZERO};
        jdbc.query(
                "select compte, sum(centimes) from budget_ligne where enveloppe_id = ? and enregistree_le >= ?"
                        + " and enregistree_le <= ? and valeur <= ? group by compte",
                rs -> {
                    somme[0] = somme[0].plus(Compte.valueOf(rs.getString(1)), rs.getLong(2));
                },
                enveloppe,
                Timestamp.from(debut),
                Timestamp.from(connuLe),
                au);
        return somme[0];
    }

    private static Chiffres lire(ResultSet rs) throws SQLException {
        return new Chiffres(
                rs.getLong(1),
                rs.getLong(2),
                rs.getLong(3),
                rs.getLong(4),
                rs.getLong(5),
                rs.getLong(6),
                rs.getLong(7));
    }
}
