package fr.jalon.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The journal: each line once, by value date then operation, so that another program can balance it. */
@Service
public class JournalDuBudget {

    private static final LocalDate DEBUT = LocalDate.of(1, 1, 1);
    private static final LocalDate FIN = LocalDate.of(9999, 12, 31);
    private static final int PAR_LECTURE = 1000;

    private final JdbcTemplate jdbc;

    JournalDuBudget(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives each line between two value dates, included, null for no bound; reads by pieces, keeps none. */
    @Transactional(readOnly = true)
    public void lire(LocalDate du, LocalDate au, Consumer<LigneVue> lecteur) {
        jdbc.query(
                connexion -> {
                    var lecture = connexion.prepareStatement(
                            "select o.id, o.nature, o.source, o.auteur, o.valeur, o.enregistree_le, o.contrepasse,"
                                    + " l.enveloppe_id, l.financeur, l.compte, l.centimes from budget_operation o"
                                    + " join budget_ligne l on l.operation_id = o.id where o.valeur between ? and ?"
                                    + " order by o.valeur, o.id, l.rang");
                    lecture.setFetchSize(PAR_LECTURE);
                    lecture.setObject(1, du == null ? DEBUT : du);
                    lecture.setObject(2, au == null ? FIN : au);
                    return lecture;
                },
                rs -> {
                    lecteur.accept(ligne(rs));
                });
    }

    /** Value date of the oldest line, of which every account is open; empty for an empty journal. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> debut() {
        return Optional.ofNullable(jdbc.queryForObject("select min(valeur) from budget_operation", LocalDate.class));
    }

    /** Every account that the lines of the journal may name, with the counterpart of each funder. */
    @Transactional(readOnly = true)
    public List<String> comptes() {
        return jdbc
                .query(
                        "select enveloppe_id, financeur from budget_part order by enveloppe_id, rang",
                        (rs, n) -> List.of(rs.getString(1), rs.getString(2)))
                .stream()
                .flatMap(p -> Arrays.stream(Compte.values()).map(c -> nom(p.get(0), p.get(1), c)))
                .toList();
    }

    /** The counterpart stands apart, so that all accounts of an envelope under Equity are its figures. */
    private static String nom(String enveloppe, String financeur, Compte compte) {
        return (compte == Compte.CONTREPARTIE ? "Assets:" : "Equity:") + enveloppe + ":" + financeur + ":"
                + compte.nom();
    }

    private static LigneVue ligne(ResultSet rs) throws SQLException {
        return new LigneVue(
                nom(rs.getString(8), rs.getString(9), Compte.valueOf(rs.getString(10))),
                rs.getLong(11),
                new LigneVue.OperationVue(
                        rs.getLong(1),
                        Nature.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getObject(5, LocalDate.class),
                        rs.getTimestamp(6).toInstant(),
                        rs.getObject(7, Long.class)));
    }
}
