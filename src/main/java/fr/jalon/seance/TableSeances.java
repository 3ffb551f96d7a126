package fr.jalon.seance;

import fr.jalon.commun.Introuvable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The sessions as the database holds them. */
@Component
class TableSeances {

    private static final String SEANCES = "select id, numero, instance, antenne, debut, lieu, anonyme, etat, creee_par,"
            + " close_par, close_le, proces_verbal from seance ";

    private final JdbcTemplate jdbc;

    TableSeances(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Without members and items, the next first, then the past ones. */
    List<SeanceVue> lister() {
        return jdbc.query(SEANCES + "order by debut desc", TableSeances::seance);
    }

    List<SeanceVue> duMembre(String identifiant) {
        return jdbc
                .query(
                        SEANCES + "where id in (select seance_id from seance_membre where identifiant = ?)"
                                + " order by debut desc",
                        TableSeances::seance,
                        identifiant)
                .stream()
                .map(this::complete)
                .toList();
    }

    SeanceVue exiger(UUID id) {
        return complete(une("where id = ?", id));
    }

    /**
     * The same, held until the end of the transaction: who comes second reads what the first wrote. The row is written, for a lock
     * alone does not exclude another node of a cluster.
     */
    SeanceVue pourEcrire(UUID id) {
        jdbc.update("update seance set version = version + 1 where id = ?", id);
        return exiger(id);
    }

    private SeanceVue une(String condition, UUID id) {
        return jdbc.query(SEANCES + condition, TableSeances::seance, id).stream()
                .findFirst()
                .orElseThrow(TableSeances::introuvable);
    }

    static Introuvable introuvable() {
        return new Introuvable("Cette séance n'existe pas.");
    }

    private SeanceVue complete(SeanceVue seance) {
        return seance.avec(membres(seance.id()), points(seance.id()));
    }

    private List<Membre> membres(UUID seanceId) {
        return jdbc.query(
                "select id, identifiant, nom, qualite, adresse, suppleant_de, presence, convocation from seance_membre"
                        + " where seance_id = ? order by qualite desc, nom",
                TableSeances::membre,
                seanceId);
    }

    private List<Point> points(UUID seanceId) {
        Map<UUID, List<Deport>> deports = jdbc
                .query(
                        "select d.point_id, d.membre_id, d.motif, d.declare_par from seance_deport d join seance_point p"
                                + " on p.id = d.point_id where p.seance_id = ? order by d.declare_le",
                        (rs, rang) -> Map.entry(
                                rs.getObject(1, UUID.class),
                                new Deport(rs.getObject(2, UUID.class), rs.getString(3), rs.getString(4))),
                        seanceId)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc
                .query(
                        "select p.id, p.cas_id, p.rang, c.dossier_id, c.numero, c.question, p.avis, p.motif, p.pour,"
                                + " p.contre, p.abstentions, p.sieges, p.presents, p.necessaires, p.rendu_par, p.rendu_le, p.version from seance_point p"
                                + " join cas_pret c on c.id = p.cas_id where p.seance_id = ? order by p.rang",
                        TableSeances::point,
                        seanceId)
                .stream()
                .map(p -> p.avec(deports.getOrDefault(p.id(), List.of())))
                .toList();
    }

    void inserer(SeanceVue s, Instant quand) {
        jdbc.update(
                "insert into seance (id, numero, instance, antenne, debut, lieu, anonyme, etat, creee_par, creee_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                s.id(),
                s.numero(),
                s.instance(),
                s.antenne(),
                Timestamp.from(s.debut()),
                s.lieu(),
                s.anonyme(),
                s.etat().name(),
                s.creeePar(),
                Timestamp.from(quand));
    }

    int nombreDuJour(String debutDuNumero) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select count(*) from seance where numero = ? or numero like ?",
                        Integer.class,
                        debutDuNumero,
                        debutDuNumero + "-%"))
                .orElse(0);
    }

    void changerEtat(UUID id, EtatSeance etat) {
        jdbc.update("update seance set etat = ? where id = ?", etat.name(), id);
    }

    void clore(UUID id, UUID procesVerbal, String auteur, Instant quand) {
        jdbc.update(
                "update seance set etat = ?, proces_verbal = ?, close_par = ?, close_le = ? where id = ?",
                EtatSeance.CLOSE.name(),
                procesVerbal,
                auteur,
                Timestamp.from(quand),
                id);
    }

    private static SeanceVue seance(ResultSet rs, int rang) throws SQLException {
        return new SeanceVue(
                rs.getObject("id", UUID.class),
                rs.getString("numero"),
                rs.getString("instance"),
                rs.getString("antenne"),
                instant(rs, "debut"),
                rs.getString("lieu"),
                rs.getBoolean("anonyme"),
                EtatSeance.valueOf(rs.getString("etat")),
                rs.getString("creee_par"),
                rs.getString("close_par"),
                instant(rs, "close_le"),
                rs.getObject("proces_verbal", UUID.class),
                List.of(),
                List.of());
    }

    private static Membre membre(ResultSet rs, int rang) throws SQLException {
        return new Membre(
                rs.getObject("id", UUID.class),
                rs.getString("identifiant"),
                rs.getString("nom"),
                rs.getString("qualite"),
                rs.getString("adresse"),
                rs.getObject("suppleant_de", UUID.class),
                Presence.valueOf(rs.getString("presence")),
                rs.getObject("convocation", UUID.class));
    }

    private static Point point(ResultSet rs, int rang) throws SQLException {
        return new Point(
                rs.getObject("id", UUID.class),
                rs.getObject("cas_id", UUID.class),
                rs.getInt("rang"),
                rs.getObject("dossier_id", UUID.class),
                rs.getString("numero"),
                rs.getString("question"),
                rs.getString("avis"),
                rs.getString("motif"),
                rs.getObject("pour", Integer.class),
                rs.getObject("contre", Integer.class),
                rs.getObject("abstentions", Integer.class),
                quorum(rs),
                rs.getString("rendu_par"),
                instant(rs, "rendu_le"),
                rs.getInt("version"),
                List.of());
    }

    private static Quorum quorum(ResultSet rs) throws SQLException {
        Integer sieges = rs.getObject("sieges", Integer.class);
        return sieges == null ? null : new Quorum(sieges, rs.getInt("presents"), rs.getInt("necessaires"), List.of());
    }

    private static Instant instant(ResultSet rs, String colonne) throws SQLException {
        Timestamp quand = rs.getTimestamp(colonne);
        return quand == null ? null : quand.toInstant();
    }
}
