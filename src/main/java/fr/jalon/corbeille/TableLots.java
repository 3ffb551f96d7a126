package fr.jalon.corbeille;

import fr.jalon.agent.Portee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The lots and their rows in the database. */
@Component
class TableLots {

    private static final String LOT =
            "select l.id, l.geste, l.destinataire, l.lignes, l.demandees, l.cree_le, l.termine_le,"
                    + " coalesce(sum(x.etat = 'F'), 0) as faites, coalesce(sum(x.etat = 'R'), 0) as refusees"
                    + " from corbeille_lot l left join corbeille_lot_ligne x on x.lot_id = l.id";
    private static final int PAQUET = 500;

    private final JdbcTemplate jdbc;

    TableLots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What the worker needs of a lot that still has rows to do. */
    record EnCours(UUID id, String auteur, Geste geste, String destinataire, String motif) {}

    /** A row to do; of a lot that takes back, who must hold the task again and who must hold it still. */
    record AFaire(int rang, String tacheId, String avant, String apres) {}

    /** The tasks of these ids that the reader may see, in the order of the ids. */
    List<LigneCorbeille> lignes(List<String> ids, Portee portee) {
        Map<String, LigneCorbeille> parId = new HashMap<>();
        for (int i = 0; i < ids.size(); i += PAQUET) {
            List<String> paquet = ids.subList(i, Math.min(ids.size(), i + PAQUET));
            jdbc
                    .query(
                            "select " + LigneSql.COLONNES + " from corbeille_tache where tache_id in ("
                                    + RequeteCorbeille.points(paquet) + ")",
                            LigneSql::lire,
                            paquet.toArray())
                    .stream()
                    .filter(l -> portee.couvre(l.antenne()))
                    .forEach(l -> parId.put(l.tacheId(), l));
        }
        return ids.stream().map(parId::get).filter(Objects::nonNull).toList();
    }

    void garder(
            UUID id, DemandeDeLot demande, List<LigneCorbeille> lignes, int demandees, String auteur, Instant quand) {
        jdbc.update(
                "insert into corbeille_lot (id, auteur, geste, destinataire, motif, lignes, demandees, cree_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                auteur,
                demande.geste().name(),
                demande.destinataire(),
                demande.motif(),
                lignes.size(),
                demandees,
                Timestamp.from(quand));
        List<Object[]> valeurs = new ArrayList<>();
        for (int i = 0; i < lignes.size(); i++) {
            LigneCorbeille ligne = lignes.get(i);
            valeurs.add(new Object[] {id, i + 1, ligne.tacheId(), ligne.numero(), ligne.libelle()});
        }
        jdbc.batchUpdate(
                "insert into corbeille_lot_ligne (lot_id, rang, tache_id, numero, libelle) values (?, ?, ?, ?, ?)",
                valeurs);
    }

    /** A lot that takes back what another did, where it changed something. */
    void annuler(UUID id, UUID annule, String auteur, Instant quand) {
        jdbc.update(
                "insert into corbeille_lot (id, auteur, geste, annule, lignes, demandees, cree_le)"
                        + " select ?, ?, 'ANNULER', ?, count(*), count(*), ? from corbeille_lot_ligne"
                        + " where lot_id = ? and etat = 'F' and not (avant <=> apres)",
                id,
                auteur,
                annule,
                Timestamp.from(quand),
                annule);
        jdbc.update(
                "insert into corbeille_lot_ligne (lot_id, rang, tache_id, numero, libelle, avant, apres)"
                        + " select ?, rang, tache_id, numero, libelle, avant, apres from corbeille_lot_ligne"
                        + " where lot_id = ? and etat = 'F' and not (avant <=> apres)",
                id,
                annule);
    }

    boolean dejaAnnule(UUID id) {
        return !jdbc.queryForList("select 1 from corbeille_lot where annule = ?", Integer.class, id)
                .isEmpty();
    }

    Optional<LotVue> un(UUID id, String auteur) {
        return jdbc.query(LOT + " where l.id = ? and l.auteur = ? group by l.id", TableLots::lire, id, auteur).stream()
                .findFirst();
    }

    List<LotVue> derniers(String auteur, int combien) {
        return jdbc.query(
                LOT + " where l.auteur = ? group by l.id order by l.cree_le desc, l.id limit " + combien,
                TableLots::lire,
                auteur);
    }

    List<LigneDeLot> rapport(UUID id, int page, int taille) {
        return jdbc.query(
                "select rang, tache_id, numero, libelle, etat, raison from corbeille_lot_ligne where lot_id = ?"
                        + " order by etat desc, rang limit " + taille + " offset " + (page * taille),
                (rs, n) -> new LigneDeLot(
                        rs.getInt(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6)),
                id);
    }

    List<EnCours> enCours() {
        return jdbc.query(
                "select id, auteur, geste, destinataire, motif from corbeille_lot where termine_le is null"
                        + " order by cree_le, id",
                (rs, n) -> new EnCours(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        Geste.valueOf(rs.getString(3)),
                        rs.getString(4),
                        rs.getString(5)));
    }

    List<AFaire> aFaire(UUID id, int combien) {
        return jdbc.query(
                "select rang, tache_id, avant, apres from corbeille_lot_ligne where lot_id = ? and etat = 'A'"
                        + " order by rang limit " + combien,
                (rs, n) -> new AFaire(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getString(4)),
                id);
    }

    /** Who holds a task, null when nobody does. */
    String detenteur(String tacheId) {
        return jdbc.query(
                "select assigne from corbeille_tache where tache_id = ?",
                rs -> rs.next() ? rs.getString(1) : null,
                tacheId);
    }

    /** Marks a row as done, before it is, in the same transaction: false when somebody else does or did it. */
    boolean reclamer(UUID lot, AFaire ligne, String avant, String apres, Instant quand) {
        return jdbc.update(
                        "update corbeille_lot_ligne set etat = 'F', avant = ?, apres = ?, faite_le = ?"
                                + " where lot_id = ? and rang = ? and etat = 'A'",
                        avant,
                        apres,
                        Timestamp.from(quand),
                        lot,
                        ligne.rang())
                == 1;
    }

    void refuser(UUID lot, AFaire ligne, String raison, Instant quand) {
        jdbc.update(
                "update corbeille_lot_ligne set etat = 'R', raison = ?, faite_le = ?"
                        + " where lot_id = ? and rang = ? and etat = 'A'",
                raison,
                Timestamp.from(quand),
                lot,
                ligne.rang());
    }

    /** Ends a lot of which no row waits any more. */
    void terminer(UUID lot, Instant quand) {
        jdbc.update(
                "update corbeille_lot set termine_le = ? where id = ? and termine_le is null and not exists"
                        + " (select 1 from corbeille_lot_ligne where lot_id = ? and etat = 'A')",
                Timestamp.from(quand),
                lot,
                lot);
    }

    /** Reports older than that; their rows go along. */
    void oublier(Instant avant) {
        jdbc.update("delete from corbeille_lot where termine_le < ?", Timestamp.from(avant));
    }

    private static LotVue lire(ResultSet rs, int n) throws SQLException {
        Timestamp fin = rs.getTimestamp("termine_le");
        return new LotVue(
                rs.getObject("id", UUID.class),
                Geste.valueOf(rs.getString("geste")),
                rs.getString("destinataire"),
                rs.getInt("lignes"),
                rs.getInt("demandees"),
                rs.getInt("faites"),
                rs.getInt("refusees"),
                rs.getTimestamp("cree_le").toInstant(),
                fin == null ? null : fin.toInstant(),
                null);
    }
}
