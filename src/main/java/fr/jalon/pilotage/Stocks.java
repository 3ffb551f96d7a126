package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The stock of each day: written once for the day, again if asked the same day. */
@Component
class Stocks {

    private final JdbcTemplate jdbc;
    private final Ages ages;

    Stocks(JdbcTemplate jdbc, Ages ages) {
        this.jdbc = jdbc;
        this.ages = ages;
    }

    /** In the transaction of the caller. */
    void garder(LocalDate jour) {
        jdbc.update("delete from pilotage_stock where jour = ?", jour);
        List<Object> valeurs = new ArrayList<>();
        valeurs.add(jour);
        StringBuilder age = new StringBuilder("case");
        for (Ages.Classe c : ages.toutes()) {
            age.append(c.sous() == Long.MAX_VALUE ? " else ?" : " when datediff(?, ouvert_jour) < ? then ?");
            if (c.sous() != Long.MAX_VALUE) {
                valeurs.add(jour);
                valeurs.add(c.sous());
            }
            valeurs.add(c.code());
        }
        valeurs.addAll(List.of(jour, jour, jour));
        jdbc.update(
                "insert into pilotage_stock (jour, dispositif, etape, porteur, antenne, age, nombre, en_retard, bientot,"
                        + " suspendus) select ?, dispositif, etape, porteur, antenne, " + age + " end classe, count(*),"
                        + " sum(" + Situation.RETARD_SQL + "), sum(" + Situation.BIENTOT_SQL + "), sum(suspendu)"
                        + " from pilotage_dossier where clos_jour is null"
                        + " group by dispositif, etape, porteur, antenne, classe",
                valeurs.toArray());
    }
}
