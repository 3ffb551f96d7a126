package fr.jalon.atelier;

import fr.jalon.agent.Portee;
import fr.jalon.atelier.RejeuVue.Avancee;
import fr.jalon.atelier.RejeuVue.Bornes;
import fr.jalon.atelier.RejeuVue.Changement;
import fr.jalon.atelier.RejeuVue.Concerne;
import fr.jalon.atelier.RejeuVue.Montants;
import fr.jalon.atelier.rejeu.Reponses.Ecart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The runs on the past and their results, by JDBC. */
@Component
class TableRejeux {

    private final JdbcTemplate jdbc;

    TableRejeux(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A run and where it stands among the evaluations. */
    record Rejeu(RejeuVue vue, long fait, long jusqua) {}

    void ajouter(RejeuVue r, long jusqua) {
        jdbc.update(
                "insert into rejeu (id, lot_id, cle, version, etat, du, au, total, jusqu_a_id, demande_par, demande_le, fini_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                r.id(),
                r.lot(),
                r.cle(),
                r.version(),
                r.etat().name(),
                r.bornes().du(),
                r.bornes().au(),
                r.avancee().total(),
                jusqua,
                r.demandePar(),
                Timestamp.from(r.demandeLe()),
                r.fini() ? Timestamp.from(r.demandeLe()) : null);
    }

    /** Takes away the earlier runs of a table of a lot. */
    void retirer(UUID lot, String cle) {
        jdbc.update("delete from rejeu where lot_id = ? and cle = ?", lot, cle);
    }

    Optional<Rejeu> parId(UUID id) {
        return jdbc.query("select * from rejeu where id = ?", TableRejeux::lire, id).stream()
                .findFirst();
    }

    List<RejeuVue> duLot(UUID lot) {
        return jdbc.query("select * from rejeu where lot_id = ? order by cle", TableRejeux::lire, lot).stream()
                .map(Rejeu::vue)
                .toList();
    }

    Optional<Rejeu> enCours() {
        return jdbc
                .query("select * from rejeu where etat = 'EN_COURS' order by demande_le, id limit 1", TableRejeux::lire)
                .stream()
                .findFirst();
    }

    private static Rejeu lire(ResultSet rs, int rang) throws SQLException {
        RejeuVue vue = new RejeuVue(
                rs.getObject("id", UUID.class),
                rs.getObject("lot_id", UUID.class),
                rs.getString("cle"),
                rs.getInt("version"),
                EtatRejeu.valueOf(rs.getString("etat")),
                new Avancee(rs.getInt("total"), rs.getInt("rejouees"), rs.getInt("changees"), rs.getInt("impossibles")),
                new Montants(rs.getBigDecimal("somme_avant"), rs.getBigDecimal("somme_apres")),
                new Bornes(rs.getObject("du", LocalDate.class), rs.getObject("au", LocalDate.class)),
                rs.getString("demande_par"),
                rs.getTimestamp("demande_le").toInstant());
        return new Rejeu(vue, rs.getLong("fait_id"), rs.getLong("jusqu_a_id"));
    }

    /** Adds what was done; false when another node did it first. */
    boolean avancer(Rejeu rejeu, BilanDeRejeu bilan) {
        return jdbc.update(
                        "update rejeu set fait_id = ?, rejouees = rejouees + ?, changees = changees + ?, impossibles = impossibles + ?,"
                                + " somme_avant = coalesce(somme_avant + ?, somme_avant, ?),"
                                + " somme_apres = coalesce(somme_apres + ?, somme_apres, ?)"
                                + " where id = ? and fait_id = ? and etat = 'EN_COURS'",
                        bilan.dernier(),
                        bilan.rejouees(),
                        bilan.changees(),
                        bilan.impossibles(),
                        bilan.sommeAvant(),
                        bilan.sommeAvant(),
                        bilan.sommeApres(),
                        bilan.sommeApres(),
                        rejeu.vue().id(),
                        rejeu.fait())
                == 1;
    }

    void finir(UUID rejeu, EtatRejeu etat, Instant quand) {
        jdbc.update(
                "update rejeu set etat = ?, fini_le = ? where id = ? and etat = 'EN_COURS'",
                etat.name(),
                Timestamp.from(quand),
                rejeu);
    }

    void noter(UUID rejeu, BilanDeRejeu bilan) {
        bilan.ecarts().forEach((ecart, nombre) -> noter(rejeu, ecart, nombre));
        bilan.dossiers()
                .forEach((dossier, nombre) -> jdbc.update(
                        "insert into rejeu_dossier (rejeu_id, dossier_id, nombre) values (?, ?, ?)"
                                + " on duplicate key update nombre = nombre + values(nombre)",
                        rejeu,
                        dossier,
                        nombre));
    }

    private void noter(UUID rejeu, Ecart e, int nombre) {
        jdbc.update(
                "insert into rejeu_changement (rejeu_id, empreinte, avant, apres, regle, nombre) values (?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update nombre = nombre + values(nombre)",
                rejeu,
                empreinte(e),
                e.avant(),
                e.apres(),
                e.regle(),
                nombre);
    }

    private static String empreinte(Ecart e) {
        try {
            String tout = e.avant() + '\u0000' + e.apres() + '\u0000' + e.regle();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(tout.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

    List<Changement> changements(UUID rejeu, int nombre) {
        return jdbc.query(
                "select avant, apres, regle, nombre from rejeu_changement where rejeu_id = ?"
                        + " order by nombre desc, empreinte limit ?",
                (rs, rang) -> new Changement(rs.getString(1), rs.getString(2), rs.getString(3), rs.getInt(4)),
                rejeu,
                nombre);
    }

    /** Dossiers that would change, by antenne of today. */
    Map<String, Integer> parAntenne(UUID rejeu) {
        Map<String, Integer> nombres = new LinkedHashMap<>();
        jdbc.query(
                "select d.antenne, count(*) from rejeu_dossier r join dossier d on d.id = r.dossier_id"
                        + " where r.rejeu_id = ? group by d.antenne order by d.antenne",
                rs -> {
                    nombres.put(rs.getString(1), rs.getInt(2));
                },
                rejeu);
        return nombres;
    }

    List<Concerne> concernes(UUID rejeu, Portee portee, int nombre) {
        return portee.estVide()
                ? List.of()
                : jdbc
                        .query(
                                "select d.numero, d.antenne from rejeu_dossier r join dossier d on d.id = r.dossier_id"
                                        + " where r.rejeu_id = ? order by d.numero",
                                (rs, rang) -> new Concerne(rs.getString(1), rs.getString(2)),
                                rejeu)
                        .stream()
                        .filter(c -> portee.couvre(c.antenne()))
                        .limit(nombre)
                        .toList();
    }
}
