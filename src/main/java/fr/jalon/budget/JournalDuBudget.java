package fr.jalon.budget;

import fr.jalon.commun.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
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
    private static final int COMPTEES = 10_000;

    private static final String LIGNES =
            " from budget_operation o join budget_ligne l on l.operation_id = o.id" + " where o.valeur between ? and ?";
    private static final String LECTURE = "select o.id, o.nature, o.source, o.auteur, o.valeur, o.enregistree_le,"
            + " o.contrepasse, l.enveloppe_id, l.financeur, l.compte, l.centimes" + LIGNES
            + " order by o.valeur, o.id, l.rang";

    private final JdbcTemplate jdbc;

    JournalDuBudget(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives each line between two value dates, included, null for no bound; reads by pieces, keeps none. */
    @Transactional(readOnly = true)
    public void lire(LocalDate du, LocalDate au, Consumer<LigneVue> lecteur) {
        jdbc.query(
                connexion -> {
                    var lecture = connexion.prepareStatement(LECTURE);
                    lecture.setFetchSize(PAR_LECTURE);
                    lecture.setObject(1, debut(du));
                    lecture.setObject(2, fin(au));
                    return lecture;
                },
                rs -> {
                    lecteur.accept(ligne(rs));
                });
    }

    /** One page of the same lines, in the same order. */
    @Transactional(readOnly = true)
    public Page<LigneVue> page(LocalDate du, LocalDate au, int page, int taille) {
        Page.verifier(page, taille);
        List<LigneVue> lignes = jdbc.query(
                LECTURE + " limit ? offset ?", (rs, n) -> ligne(rs), debut(du), fin(au), taille, (long) page * taille);
        Long total = jdbc.queryForObject("select count(*)" + LIGNES, Long.class, debut(du), fin(au));
        return new Page<>(lignes, page, taille, total);
    }

    /** What an operation added to one account of an envelope, over its funders, in cents. */
    public record Mouvement(LigneVue.OperationVue operation, long centimes) {}

    /** The operations behind a number of an envelope, the last recorded first; past ten thousand, the journal has them. */
    @Transactional(readOnly = true)
    public Page<Mouvement> duCompte(String enveloppe, Compte compte, int page, int taille) {
        Page.verifier(page, taille);
        List<Mouvement> mouvements = jdbc.query(
                "select o.id, o.nature, o.source, o.auteur, o.valeur, o.enregistree_le, o.contrepasse, l.somme from (select"
                        + " operation_id, sum(centimes) somme from budget_ligne where enveloppe_id = ? and compte = ?"
                        + " group by operation_id order by operation_id desc limit ? offset ?) l join budget_operation o"
                        + " on o.id = l.operation_id order by o.id desc",
                (rs, n) -> new Mouvement(operation(rs), rs.getLong(8)),
                enveloppe,
                compte.name(),
                taille,
                (long) page * taille);
        Long total = jdbc.queryForObject(
                "select count(*) from (select operation_id from budget_ligne where enveloppe_id = ? and compte = ?"
                        + " group by operation_id limit " + COMPTEES + ") o",
                Long.class,
                enveloppe,
                compte.name());
        return new Page<>(mouvements, page, taille, total);
    }

    /**
     * What an operation on a dossier added to an account of an envelope, over its funders.
     *
     * @param centimes negative when taken from the account
     */
    public record Ecriture(
            long operation,
            String dossier,
            Nature nature,
            String enveloppe,
            Compte compte,
            long centimes,
            LocalDate valeur) {}

    /** Everything that was written on some dossiers, by their numbers, in the order of the ledger. */
    @Transactional(readOnly = true)
    public List<Ecriture> desDossiers(Collection<String> numeros) {
        return numeros.stream()
                .flatMap(numero -> jdbc
                        .query(
                                "select o.id, o.nature, l.enveloppe_id, l.compte, sum(l.centimes), o.valeur from budget_operation o"
                                        + " join budget_ligne l on l.operation_id = o.id where o.source = ?"
                                        + " group by o.id, o.nature, l.enveloppe_id, l.compte, o.valeur order by o.id, l.compte",
                                (rs, n) -> new Ecriture(
                                        rs.getLong(1),
                                        numero,
                                        Nature.valueOf(rs.getString(2)),
                                        rs.getString(3),
                                        Compte.valueOf(rs.getString(4)),
                                        rs.getLong(5),
                                        rs.getObject(6, LocalDate.class)),
                                "dossier " + numero)
                        .stream())
                .toList();
    }

    private static LocalDate debut(LocalDate du) {
        return du == null ? DEBUT : du;
    }

    private static LocalDate fin(LocalDate au) {
        return au == null ? FIN : au;
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
                .flatMap(p -> Arrays.stream(Compte.values()).map(c -> c.dans(p.get(0), p.get(1))))
                .toList();
    }

    private static LigneVue ligne(ResultSet rs) throws SQLException {
        return new LigneVue(
                Compte.valueOf(rs.getString(10)).dans(rs.getString(8), rs.getString(9)), rs.getLong(11), operation(rs));
    }

    private static LigneVue.OperationVue operation(ResultSet rs) throws SQLException {
        return new LigneVue.OperationVue(
                rs.getLong(1),
                Nature.valueOf(rs.getString(2)),
                rs.getString(3),
                rs.getString(4),
                rs.getObject(5, LocalDate.class),
                rs.getTimestamp(6).toInstant(),
                rs.getObject(7, Long.class));
    }
}
