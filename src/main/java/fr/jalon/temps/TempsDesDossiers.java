package fr.jalon.temps;

import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the time of the dossiers as it passes, in the transaction of what happens, and answers their segments. Facts (steps that
 * were open, suspensions) are kept beside: the segments can be made again from them.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TempsDesDossiers {

    private static final String TABLE = "porteurs-etapes";
    private static final int POIDS_SANS_LIGNE = 2;

    private final JdbcTemplate jdbc;
    private final Decisions decisions;

    TempsDesDossiers(JdbcTemplate jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /**
     * The life of a dossier, to be recorded.
     *
     * @param clos null while it is open
     */
    public record Vie(UUID dossierId, Instant ouvert, Instant clos, boolean suspendu) {}

    /**
     * A step opened.
     *
     * @param attente who must act by the model: empty for us
     */
    public void ouvrirEtape(String tacheId, UUID dossierId, String etape, String attente, Instant quand) {
        jdbc.update(
                "insert into temps_etape (tache_id, dossier_id, etape, attente, ouverte_le) values (?, ?, ?, ?, ?)",
                tacheId,
                dossierId,
                etape,
                attente,
                instant(quand));
    }

    /** A step was done, or taken away. */
    public void fermerEtape(String tacheId, Instant quand) {
        jdbc.update(
                "update temps_etape set fermee_le = greatest(ouverte_le, ?) where tache_id = ? and fermee_le is null",
                instant(quand),
                tacheId);
    }

    /** Ends the present segment and begins the next when the situation of the dossier changed; else nothing. */
    public void constater(Vie vie, Instant quand) {
        noterSuspension(vie, quand);
        List<Segment> derniers = derniers(vie.dossierId());
        if (derniers.isEmpty()) {
            ecrire(vie.dossierId(), present(vie, ms(vie.ouvert())).finissant(vie.clos()), 0);
            return;
        }
        Segment dernier = derniers.get(0);
        int rang = rang(vie.dossierId());
        if (vie.clos() != null) {
            finir(vie.dossierId(), rang, dernier, vie.clos());
        } else if (dernier.fin() != null) {
            rouvrir(vie, rang, dernier, apres(dernier, quand));
        } else {
            suivre(vie, rang, derniers, apres(dernier, quand));
        }
    }

    /** The clock of the database and ours may differ by little: no segment ends before it begins. */
    private static Instant apres(Segment dernier, Instant quand) {
        return ms(quand).isBefore(dernier.debut()) ? dernier.debut() : ms(quand);
    }

    /** What a dossier was between its end and its opening again was nobody's time. */
    private void rouvrir(Vie vie, int rang, Segment dernier, Instant reprise) {
        Segment entre = new Segment(null, Porteur.SERVICE, true, dernier.fin(), null).finissant(reprise);
        ecrire(vie.dossierId(), entre, rang + 1);
        ecrire(vie.dossierId(), present(vie, reprise), rang + 2);
    }

    private void suivre(Vie vie, int rang, List<Segment> derniers, Instant debut) {
        Segment dernier = derniers.get(0);
        Segment present = present(vie, debut);
        if (present.memeSituation(dernier)) {
            return;
        }
        if (!debut.equals(dernier.debut())) {
            finir(vie.dossierId(), rang, dernier, debut);
            ecrire(vie.dossierId(), present, rang + 1);
        } else if (derniers.size() > 1 && present.memeSituation(derniers.get(1))) {
            effacer(vie.dossierId(), rang);
            jdbc.update(
                    "update temps_segment set fin = null where dossier_id = ? and rang = ?", vie.dossierId(), rang - 1);
        } else {
            effacer(vie.dossierId(), rang);
            ecrire(vie.dossierId(), present, rang);
        }
    }

    /** The last segment and the one before. */
    private List<Segment> derniers(UUID dossierId) {
        return jdbc.query(
                "select etape, porteur, suspendu, debut, fin from temps_segment where dossier_id = ?"
                        + " order by rang desc limit 2",
                TempsDesDossiers::lire,
                dossierId);
    }

    /** Makes the segments of a dossier again from its facts; answers how many they are. */
    public int reconstruire(Vie vie) {
        List<Segment> segments = Decoupage.de(
                ms(vie.ouvert()),
                vie.clos() == null ? null : ms(vie.clos()),
                etapes(vie.dossierId(), false),
                suspensions(vie));
        jdbc.update("delete from temps_segment where dossier_id = ?", vie.dossierId());
        for (int rang = 0; rang < segments.size(); rang++) {
            ecrire(vie.dossierId(), segments.get(rang), rang);
        }
        return segments.size();
    }

    /** Dossiers whose steps are known and whose segments are not, at most so many. */
    @Transactional(readOnly = true)
    public List<UUID> sansSegment(int auPlus) {
        return jdbc.queryForList(
                "select distinct e.dossier_id from temps_etape e left join temps_segment s on s.dossier_id = e.dossier_id"
                        + " where s.dossier_id is null limit ?",
                UUID.class,
                auPlus);
    }

    /** The segments of a dossier, in order. */
    @Transactional(readOnly = true)
    public List<Segment> segments(UUID dossierId) {
        return jdbc.query(
                "select etape, porteur, suspendu, debut, fin from temps_segment where dossier_id = ? order by rang",
                TempsDesDossiers::lire,
                dossierId);
    }

    /** The segments of several dossiers, in order; a dossier without any is absent. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Segment>> segments(Collection<UUID> dossiers) {
        Map<UUID, List<Segment>> tous = new HashMap<>();
        if (!dossiers.isEmpty()) {
            jdbc.query(
                    "select etape, porteur, suspendu, debut, fin, dossier_id from temps_segment where dossier_id in ("
                            + String.join(", ", Collections.nCopies(dossiers.size(), "?"))
                            + ") order by dossier_id, rang",
                    rs -> {
                        tous.computeIfAbsent(rs.getObject("dossier_id", UUID.class), id -> new ArrayList<>())
                                .add(lire(rs, 0));
                    },
                    dossiers.toArray());
        }
        return tous;
    }

    private Segment present(Vie vie, Instant debut) {
        return etapes(vie.dossierId(), true).stream()
                .min(EtapeFaite.LA_PLUS_BLOQUANTE)
                .map(e -> new Segment(e.etape(), e.porteur(), vie.suspendu(), debut, null))
                .orElseGet(() -> new Segment(null, Porteur.SERVICE, vie.suspendu(), debut, null));
    }

    private List<EtapeFaite> etapes(UUID dossierId, boolean ouvertes) {
        return jdbc.query(
                "select tache_id, etape, attente, ouverte_le, fermee_le from temps_etape where dossier_id = ?"
                        + (ouvertes ? " and fermee_le is null" : ""),
                (rs, n) -> {
                    Optional<RegleDeclenchee> regle = porteur(rs.getString("etape"), rs.getString("attente"));
                    return new EtapeFaite(
                            rs.getString("tache_id"),
                            rs.getString("etape"),
                            regle.map(r -> Porteur.valueOf(r.texte("porteur"))).orElse(Porteur.SERVICE),
                            regle.map(r -> ((Number) r.sorties().get("poids")).intValue())
                                    .orElse(POIDS_SANS_LIGNE),
                            rs.getTimestamp("ouverte_le").toInstant(),
                            ouNull(rs.getTimestamp("fermee_le")));
                },
                dossierId);
    }

    /** Empty when the table has no row for it: a measure never stops the work that it measures. */
    private Optional<RegleDeclenchee> porteur(String etape, String attente) {
        return decisions.evaluer(TABLE, Map.of("etape", etape, "attente", attente)).regles().stream()
                .findFirst();
    }

    private void noterSuspension(Vie vie, Instant quand) {
        if (vie.suspendu()) {
            jdbc.update(
                    "insert into temps_suspension (dossier_id, depuis) select ?, ? from dual where not exists"
                            + " (select 1 from temps_suspension where dossier_id = ? and jusqua is null)"
                            // Suspended, resumed and suspended again at one instant: it never ran
                            + " on duplicate key update jusqua = null",
                    vie.dossierId(),
                    instant(quand),
                    vie.dossierId());
        } else {
            jdbc.update(
                    "update temps_suspension set jusqua = greatest(depuis, ?) where dossier_id = ? and jusqua is null",
                    instant(quand),
                    vie.dossierId());
        }
    }

    private List<Suspension> suspensions(Vie vie) {
        return jdbc.query(
                "select depuis, jusqua from temps_suspension where dossier_id = ?",
                (rs, n) -> new Suspension(rs.getTimestamp("depuis").toInstant(), ouNull(rs.getTimestamp("jusqua"))),
                vie.dossierId());
    }

    private int rang(UUID dossierId) {
        return jdbc.queryForObject(
                "select max(rang) from temps_segment where dossier_id = ?", Integer.class, dossierId);
    }

    /** A segment that lasted no time is none. */
    private void finir(UUID dossierId, int rang, Segment dernier, Instant fin) {
        if (rang > 0 && !ms(fin).isAfter(dernier.debut())) {
            effacer(dossierId, rang);
            return;
        }
        jdbc.update(
                "update temps_segment set fin = ? where dossier_id = ? and rang = ?",
                Timestamp.from(apres(dernier, fin)),
                dossierId,
                rang);
    }

    private void effacer(UUID dossierId, int rang) {
        jdbc.update("delete from temps_segment where dossier_id = ? and rang = ?", dossierId, rang);
    }

    private void ecrire(UUID dossierId, Segment segment, int rang) {
        jdbc.update(
                "insert into temps_segment (dossier_id, rang, etape, porteur, suspendu, debut, fin)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                dossierId,
                rang,
                segment.etape(),
                segment.porteur().name(),
                segment.suspendu(),
                Timestamp.from(segment.debut()),
                segment.fin() == null ? null : instant(segment.fin()));
    }

    private static Segment lire(ResultSet rs, int rang) throws SQLException {
        return new Segment(
                rs.getString("etape"),
                Porteur.valueOf(rs.getString("porteur")),
                rs.getBoolean("suspendu"),
                rs.getTimestamp("debut").toInstant(),
                ouNull(rs.getTimestamp("fin")));
    }

    private static Instant ouNull(Timestamp quand) {
        return quand == null ? null : quand.toInstant();
    }

    private static Timestamp instant(Instant quand) {
        return Timestamp.from(ms(quand));
    }

    /** The database keeps milliseconds. */
    private static Instant ms(Instant quand) {
        return quand.truncatedTo(ChronoUnit.MILLIS);
    }
}
