package fr.jalon.orientation;

import fr.jalon.agent.Portee;
import fr.jalon.commun.Horloge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How fast persons are oriented, met and under contract, by antenne. A request counts for a delay once it met it or once the
 * delay is over: a person who came yesterday makes no figure worse.
 */
@Service
@Transactional(readOnly = true)
public class IndicateursOrientation {

    private final JdbcTemplate jdbc;
    private final ParametresOrientation parametres;
    private final Horloge horloge;

    IndicateursOrientation(JdbcTemplate jdbc, ParametresOrientation parametres, Horloge horloge) {
        this.jdbc = jdbc;
        this.parametres = parametres;
        this.horloge = horloge;
    }

    /**
     * Requests that met a delay among those that it concerns.
     *
     * @param jours the delay
     */
    public record Tenu(int jours, long dansLeDelai, long concernees) {

        /** 0 to 100, null when it concerns nobody yet. */
        public Integer pourcentage() {
            return concernees == 0 ? null : (int) Math.round(100.0 * dansLeDelai / concernees);
        }
    }

    /**
     * One antenne, or all of them when its code is null.
     *
     * @param loi oriented within the time of the law, from the day on which the right was known
     * @param orientees the same within the usual indicator
     * @param rencontreesTot met soon after the decision, when the CCAS accompanies
     * @param rencontrees met within the usual time
     * @param contrats contract signed within the month
     */
    public record Ligne(
            String antenne,
            long demandes,
            Tenu loi,
            Tenu orientees,
            Tenu rencontreesTot,
            Tenu rencontrees,
            Tenu contrats) {}

    /**
     * The figures of a period.
     *
     * @param du first day on which the right was known
     * @param au last day
     */
    public List<Ligne> par(LocalDate du, LocalDate au, Portee portee) {
        if (portee.estVide()) {
            return List.of();
        }
        int loi = parametres.entier("ORIENTEE_LEGAL_JOURS");
        int orientee = parametres.entier("ORIENTEE_INDICATEUR_JOURS");
        int tot = parametres.entier("RENCONTREE_TOT_JOURS");
        int rencontre = parametres.entier("RENCONTREE_JOURS");
        int contrat = parametres.entier("CONTRAT_JOURS");
        String oriente = "datediff(coalesce(premiere_confirmation_le, ?), connue_le)";
        String rencontree = "datediff(coalesce(premiere_rencontre_le, ?), premiere_confirmation_le)";
        String signe = "datediff(coalesce(signe, ?), premiere_confirmation_le)";
        List<Object> valeurs = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select antenne, count(*)");
        ajouter(sql, valeurs, oriente, "premiere_confirmation_le is not null", "true", loi);
        ajouter(sql, valeurs, oriente, "premiere_confirmation_le is not null", "true", orientee);
        ajouter(sql, valeurs, rencontree, "premiere_rencontre_le is not null", SUIVIE, tot);
        ajouter(sql, valeurs, rencontree, "premiere_rencontre_le is not null", SUIVIE, rencontre);
        ajouter(sql, valeurs, signe, "signe is not null", SUIVIE, contrat);
        sql.append(
                " from (select d.antenne, q.connue_le, q.premiere_confirmation_le, q.premiere_rencontre_le, q.referent,"
                        + " (select min(c.signe_le) from contrat_engagement c where c.dossier_id = q.dossier_id) signe"
                        + " from demande_orientation q join dossier d on d.id = q.dossier_id"
                        + " where q.connue_le between ? and ?");
        valeurs.add(du);
        valeurs.add(au);
        if (!portee.toutes()) {
            sql.append(" and d.antenne in (")
                    .append(String.join(", ", Collections.nCopies(portee.codes().size(), "?")))
                    .append(')');
            valeurs.addAll(portee.codes());
        }
        sql.append(") t group by antenne with rollup");
        return jdbc.query(
                sql.toString(),
                (rs, rang) -> new Ligne(
                        rs.getString(1),
                        rs.getLong(2),
                        tenu(rs, 3, loi),
                        tenu(rs, 5, orientee),
                        tenu(rs, 7, tot),
                        tenu(rs, 9, rencontre),
                        tenu(rs, 11, contrat)),
                valeurs.toArray());
    }

    /** Only whom the CCAS accompanies is met and signs with us. */
    private static final String SUIVIE = "(premiere_confirmation_le is not null and referent is not null)";

    /** Two columns: in time, and concerned (done, or the delay is over). */
    private void ajouter(
            StringBuilder sql, List<Object> valeurs, String duree, String fait, String concerne, int jours) {
        LocalDate aujourdhui = horloge.aujourdhui();
        sql.append(", coalesce(sum(%s and %s and %s <= ?), 0)".formatted(concerne, fait, duree));
        valeurs.add(aujourdhui);
        valeurs.add(jours);
        sql.append(", coalesce(sum(%s and (%s or %s > ?)), 0)".formatted(concerne, fait, duree));
        valeurs.add(aujourdhui);
        valeurs.add(jours);
    }

    private static Tenu tenu(ResultSet rs, int colonne, int jours) throws SQLException {
        return new Tenu(jours, rs.getLong(colonne), rs.getLong(colonne + 1));
    }
}
