package fr.jalon.jury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Votes, voters and ballots as the database holds them. No rule stands here. */
@Component
class TableScrutins {

    private static final String SCRUTINS =
            "select id, seance_id, point_id, tour, secret, montant, ouvert, ouvert_le, resultat, pour, contre, abstentions,"
                    + " majorite, partage, tours, secret_possible from jury_scrutin ";

    private final JdbcTemplate jdbc;

    TableScrutins(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A ballot.
     *
     * @param membreId null for a secret one; so is the salt of its digest
     */
    record Bulletin(UUID id, UUID membreId, Sens sens, String sel) {}

    List<ScrutinVue> duPoint(UUID pointId) {
        return jdbc.query(SCRUTINS + "where point_id = ? order by tour", this::scrutin, pointId);
    }

    List<ScrutinVue> deLaSeance(UUID seanceId) {
        return jdbc.query(SCRUTINS + "where seance_id = ? order by ouvert_le, tour", this::scrutin, seanceId);
    }

    Optional<ScrutinVue> ouvert(UUID seanceId) {
        return jdbc.query(SCRUTINS + "where seance_id = ? and ouvert = 1", this::scrutin, seanceId).stream()
                .findFirst();
    }

    void ouvrir(ScrutinVue s, String par) {
        jdbc.update(
                "insert into jury_scrutin (id, seance_id, point_id, tour, secret, montant, ouvert, ouvert_par, ouvert_le,"
                        + " majorite, partage, tours, secret_possible) values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
                s.id(),
                s.seanceId(),
                s.pointId(),
                s.tour(),
                s.secret(),
                s.montant(),
                par,
                Timestamp.from(s.ouvertLe()),
                s.regle().majorite().name(),
                s.regle().partage().name(),
                s.regle().tours(),
                s.regle().secretPossible());
    }

    void fermer(UUID scrutinId, Depouillement d, Instant quand) {
        jdbc.update(
                "update jury_scrutin set ouvert = null, ferme_le = ?, resultat = ?, pour = ?, contre = ?, abstentions = ?"
                        + " where id = ?",
                Timestamp.from(quand),
                d.resultat().name(),
                d.pour(),
                d.contre(),
                d.abstentions(),
                scrutinId);
    }

    /** A vote whose item is no longer asked: it ends without a count. */
    void abandonner(UUID scrutinId, Instant quand) {
        jdbc.update(
                "update jury_scrutin set ouvert = null, ferme_le = ? where id = ?", Timestamp.from(quand), scrutinId);
    }

    Optional<String> recepisse(UUID scrutinId, UUID membreId) {
        return jdbc
                .queryForList(
                        "select recepisse from jury_emargement where scrutin_id = ? and membre_id = ?",
                        String.class,
                        scrutinId,
                        membreId)
                .stream()
                .findFirst();
    }

    /** @param mandataire who cast it by proxy, else null */
    void emarger(UUID scrutinId, UUID membreId, String recepisse, boolean mainLevee, UUID mandataire) {
        jdbc.update(
                "insert into jury_emargement (scrutin_id, membre_id, recepisse, main_levee, mandataire) values (?, ?, ?, ?, ?)",
                scrutinId,
                membreId,
                recepisse,
                mainLevee,
                mandataire);
    }

    /** Who cast the ballot of each seat that voted by proxy. */
    Map<UUID, UUID> mandataires(UUID scrutinId) {
        Map<UUID, UUID> mandataires = new HashMap<>();
        jdbc.query(
                "select membre_id, mandataire from jury_emargement where scrutin_id = ? and mandataire is not null",
                rs -> {
                    mandataires.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
                },
                scrutinId);
        return mandataires;
    }

    void deposer(UUID scrutinId, Bulletin b) {
        jdbc.update(
                "insert into jury_bulletin (id, scrutin_id, membre_id, sens, sel) values (?, ?, ?, ?, ?)",
                b.id(),
                scrutinId,
                b.membreId(),
                b.sens().name(),
                b.sel());
    }

    void changer(UUID scrutinId, Bulletin b) {
        jdbc.update(
                "update jury_bulletin set sens = ?, sel = ? where scrutin_id = ? and membre_id = ?",
                b.sens().name(),
                b.sel(),
                scrutinId,
                b.membreId());
    }

    /** In the order of their random ids. */
    List<Bulletin> bulletins(UUID scrutinId) {
        return jdbc.query(
                "select id, membre_id, sens, sel from jury_bulletin where scrutin_id = ? order by id",
                (rs, n) -> new Bulletin(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        Sens.valueOf(rs.getString(3)),
                        rs.getString(4)),
                scrutinId);
    }

    /** Null for a vote of before rules were kept with it. */
    private static RegleDeVote regle(ResultSet rs) throws SQLException {
        String majorite = rs.getString("majorite");
        return majorite == null
                ? null
                : new RegleDeVote(
                        RegleDeVote.Majorite.valueOf(majorite),
                        RegleDeVote.Partage.valueOf(rs.getString("partage")),
                        rs.getInt("tours"),
                        rs.getBoolean("secret_possible"));
    }

    private ScrutinVue scrutin(ResultSet rs, int rang) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        String resultat = rs.getString("resultat");
        return new ScrutinVue(
                id,
                rs.getObject("seance_id", UUID.class),
                rs.getObject("point_id", UUID.class),
                rs.getInt("tour"),
                rs.getBoolean("secret"),
                rs.getObject("montant", Long.class),
                rs.getObject("ouvert") != null,
                rs.getTimestamp("ouvert_le").toInstant(),
                regle(rs),
                resultat == null
                        ? null
                        : new Depouillement(
                                rs.getInt("pour"),
                                rs.getInt("contre"),
                                rs.getInt("abstentions"),
                                Resultat.valueOf(resultat)),
                jdbc.queryForList(
                        "select membre_id from jury_emargement where scrutin_id = ? order by membre_id",
                        UUID.class,
                        id));
    }
}
