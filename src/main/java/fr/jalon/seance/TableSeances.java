package fr.jalon.seance;

import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Textes;
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

/** The sessions as the database holds them: read whole, written whole. No rule stands here. */
@Component
class TableSeances {

    private static final String SEANCES = "select id, numero, instance, antenne, debut, lieu, anonyme, etat, creee_par,"
            + " ouverte_le, close_par, close_le, motif_delai, motif_annulation, proces_verbal, signee_par, signee_qualite,"
            + " signee_le from seance ";

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
    Seance pourEcrire(UUID id) {
        jdbc.update("update seance set version = version + 1 where id = ?", id);
        return Seance.de(exiger(id));
    }

    private SeanceVue une(String condition, UUID id) {
        return jdbc.query(SEANCES + condition, TableSeances::seance, id).stream()
                .findFirst()
                .orElseThrow(TableSeances::introuvable);
    }

    static Introuvable introuvable() {
        return new Introuvable("Cette séance n'existe pas.");
    }

    private SeanceVue complete(SeanceVue s) {
        return new SeanceVue(
                s.id(),
                s.numero(),
                s.instance(),
                s.antenne(),
                s.debut(),
                s.lieu(),
                s.anonyme(),
                s.etat(),
                s.creeePar(),
                s.ouverteLe(),
                s.closePar(),
                s.closeLe(),
                s.motifDelai(),
                s.motifAnnulation(),
                s.procesVerbal(),
                s.signature(),
                membres(s.id()),
                points(s.id()),
                mouvements(s.id()));
    }

    private List<Membre> membres(UUID seanceId) {
        return jdbc.query(
                "select id, identifiant, nom, qualite, adresse, suppleant_de, presence, convocation, pouvoir_a,"
                        + " pouvoir_ecrit, pouvoir_par, pouvoir_le from seance_membre"
                        + " where seance_id = ? order by qualite desc, nom",
                TableSeances::membre,
                seanceId);
    }

    private List<Point> points(UUID seanceId) {
        Map<UUID, List<Deport>> deports = jdbc
                .query(
                        "select d.point_id, d.membre_id, d.motif, d.declare_par, d.declare_le from seance_deport d join seance_point p"
                                + " on p.id = d.point_id where p.seance_id = ? order by d.declare_le, d.membre_id",
                        (rs, rang) -> Map.entry(
                                rs.getObject(1, UUID.class),
                                new Deport(
                                        rs.getObject(2, UUID.class),
                                        rs.getString(3),
                                        rs.getString(4),
                                        instant(rs, "declare_le"))),
                        seanceId)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc
                .query(
                        "select p.id, p.cas_id, p.rang, c.dossier_id, c.numero, c.question, p.etat, p.avis, p.motif, p.pour,"
                                + " p.contre, p.abstentions, p.montant, p.sieges, p.presents, p.necessaires, p.rendu_par, p.rendu_le,"
                                + " p.motif_report, p.vers, p.version from seance_point p"
                                + " join cas_pret c on c.id = p.cas_id where p.seance_id = ? order by p.rang",
                        TableSeances::point,
                        seanceId)
                .stream()
                .map(p -> p.avec(deports.getOrDefault(p.id(), List.of())))
                .toList();
    }

    private List<Mouvement> mouvements(UUID seanceId) {
        return jdbc.query(
                "select id, membre_id, sens, quand from seance_mouvement where seance_id = ? order by quand, id",
                (rs, rang) -> new Mouvement(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        Mouvement.Sens.valueOf(rs.getString(3)),
                        instant(rs, "quand")),
                seanceId);
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

    /** Writes what a session has become; its row was written first, by {@link #pourEcrire}. */
    void enregistrer(Seance seance) {
        SeanceVue s = seance.vue();
        jdbc.update(
                "update seance set etat = ?, ouverte_le = ?, close_par = ?, close_le = ?, motif_delai = ?, motif_annulation = ?,"
                        + " proces_verbal = ?, signee_par = ?, signee_qualite = ?, signee_le = ? where id = ?",
                s.etat().name(),
                quand(s.ouverteLe()),
                s.closePar(),
                quand(s.closeLe()),
                s.motifDelai(),
                s.motifAnnulation(),
                s.procesVerbal(),
                s.signature() == null ? null : s.signature().par(),
                s.signature() == null ? null : s.signature().qualite(),
                s.signature() == null ? null : quand(s.signature().le()),
                s.id());
        jdbc.update(
                "delete d from seance_deport d join seance_point p on p.id = d.point_id where p.seance_id = ?", s.id());
        supprimerLesPoints(s);
        supprimerLesMembres(s);
        s.membres().stream().filter(Membre::titulaire).forEach(m -> ecrire(s, m));
        s.membres().stream().filter(m -> !m.titulaire()).forEach(m -> ecrire(s, m));
        s.points().forEach(p -> ecrire(s, p));
        s.mouvements()
                .forEach(m -> jdbc.update(
                        "insert ignore into seance_mouvement (id, seance_id, membre_id, sens, quand) values (?, ?, ?, ?, ?)",
                        m.id(),
                        s.id(),
                        m.membreId(),
                        m.sens().name(),
                        Timestamp.from(m.quand())));
    }

    private void supprimerLesPoints(SeanceVue s) {
        List<UUID> gardes = s.points().stream().map(Point::id).toList();
        jdbc.queryForList("select id from seance_point where seance_id = ?", UUID.class, s.id()).stream()
                .filter(id -> !gardes.contains(id))
                .forEach(id -> jdbc.update("delete from seance_point where id = ?", id));
    }

    /** Substitutes leave before their titular. */
    private void supprimerLesMembres(SeanceVue s) {
        List<UUID> gardes = s.membres().stream().map(Membre::id).toList();
        jdbc
                .queryForList(
                        "select id from seance_membre where seance_id = ? order by suppleant_de is null",
                        UUID.class,
                        s.id())
                .stream()
                .filter(id -> !gardes.contains(id))
                .forEach(id -> jdbc.update("delete from seance_membre where id = ?", id));
    }

    private void ecrire(SeanceVue s, Membre m) {
        int deja = jdbc.update(
                "update seance_membre set presence = ?, convocation = ?, pouvoir_a = ?, pouvoir_ecrit = ?, pouvoir_par = ?,"
                        + " pouvoir_le = ? where id = ?",
                m.presence().name(),
                m.convocation(),
                m.pouvoir() == null ? null : m.pouvoir().mandataire(),
                m.pouvoir() == null ? null : m.pouvoir().ecrit(),
                m.pouvoir() == null ? null : m.pouvoir().notePar(),
                m.pouvoir() == null ? null : quand(m.pouvoir().noteLe()),
                m.id());
        if (deja > 0) {
            return;
        }
        jdbc.update(
                "insert into seance_membre (id, seance_id, identifiant, nom, cle_nom, qualite, adresse, suppleant_de,"
                        + " presence, convocation) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                m.id(),
                s.id(),
                m.identifiant(),
                m.nom(),
                Textes.recherche(m.nom()),
                m.qualite(),
                m.adresse(),
                m.suppleantDe(),
                m.presence().name(),
                m.convocation());
    }

    private void ecrire(SeanceVue s, Point p) {
        if (jdbc.update("update seance_point set rang = ? where id = ?", p.rang(), p.id()) == 0) {
            jdbc.update(
                    "insert into seance_point (id, seance_id, cas_id, rang) values (?, ?, ?, ?)",
                    p.id(),
                    s.id(),
                    p.casId(),
                    p.rang());
        }
        Quorum q = p.quorum();
        jdbc.update(
                "update seance_point set etat = ?, avis = ?, motif = ?, pour = ?, contre = ?, abstentions = ?, montant = ?, sieges = ?,"
                        + " presents = ?, necessaires = ?, rendu_par = ?, rendu_le = ?, motif_report = ?, vers = ?,"
                        + " version = ? where id = ?",
                p.etat().name(),
                p.avis(),
                p.motif(),
                p.pour(),
                p.contre(),
                p.abstentions(),
                p.montant(),
                q == null ? null : q.sieges(),
                q == null ? null : q.presents(),
                q == null ? null : q.necessaires(),
                p.renduPar(),
                quand(p.renduLe()),
                p.motifReport(),
                p.vers(),
                p.version(),
                p.id());
        p.deports()
                .forEach(d -> jdbc.update(
                        "insert into seance_deport (point_id, membre_id, motif, declare_par, declare_le) values (?, ?, ?, ?, ?)",
                        p.id(),
                        d.membreId(),
                        d.motif(),
                        d.declarePar(),
                        Timestamp.from(d.declareLe())));
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
                instant(rs, "ouverte_le"),
                rs.getString("close_par"),
                instant(rs, "close_le"),
                rs.getString("motif_delai"),
                rs.getString("motif_annulation"),
                rs.getObject("proces_verbal", UUID.class),
                signature(rs),
                List.of(),
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
                rs.getObject("convocation", UUID.class),
                pouvoir(rs));
    }

    private static Pouvoir pouvoir(ResultSet rs) throws SQLException {
        UUID mandataire = rs.getObject("pouvoir_a", UUID.class);
        return mandataire == null
                ? null
                : new Pouvoir(
                        mandataire,
                        rs.getString("pouvoir_ecrit"),
                        rs.getString("pouvoir_par"),
                        instant(rs, "pouvoir_le"));
    }

    private static Point point(ResultSet rs, int rang) throws SQLException {
        return new Point(
                rs.getObject("id", UUID.class),
                rs.getObject("cas_id", UUID.class),
                rs.getInt("rang"),
                rs.getObject("dossier_id", UUID.class),
                rs.getString("numero"),
                rs.getString("question"),
                EtatPoint.valueOf(rs.getString("etat")),
                rendu(rs),
                rs.getString("motif_report"),
                rs.getObject("vers", UUID.class),
                rs.getInt("version"),
                List.of());
    }

    private static AvisEnSeance rendu(ResultSet rs) throws SQLException {
        String avis = rs.getString("avis");
        return avis == null
                ? null
                : new AvisEnSeance(
                        avis,
                        rs.getString("motif"),
                        rs.getObject("pour", Integer.class),
                        rs.getObject("contre", Integer.class),
                        rs.getObject("abstentions", Integer.class),
                        rs.getObject("montant", Long.class),
                        new Quorum(rs.getInt("sieges"), rs.getInt("presents"), rs.getInt("necessaires"), List.of()),
                        rs.getString("rendu_par"),
                        instant(rs, "rendu_le"));
    }

    private static SignatureDuProcesVerbal signature(ResultSet rs) throws SQLException {
        String par = rs.getString("signee_par");
        return par == null
                ? null
                : new SignatureDuProcesVerbal(par, rs.getString("signee_qualite"), instant(rs, "signee_le"));
    }

    private static Timestamp quand(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(ResultSet rs, String colonne) throws SQLException {
        Timestamp quand = rs.getTimestamp(colonne);
        return quand == null ? null : quand.toInstant();
    }
}
