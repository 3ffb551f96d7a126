package fr.jalon.orientation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code orientation}: plain statements, because its periods are the database's own (WITHOUT OVERLAPS). */
@Component
class TableOrientations {

    /** End of a period that lasts. */
    private static final LocalDate SANS_FIN = LocalDate.of(9999, 12, 31);

    private static final String LIRE = "select id, personne_id, dossier_id, parcours, organisme, referent,"
            + " referent_partenaire, debut, fin, decidee_le, auteur, motif, passation, lecture_jusqu_au, declaree_passee,"
            + " offre_id, en_attente from orientation ";

    private final JdbcTemplate jdbc;

    TableOrientations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Orientation> histoire(UUID personneId) {
        return jdbc.query(LIRE + "where personne_id = ? order by debut desc", TableOrientations::lire, personneId);
    }

    List<Orientation> duReferent(String referent, LocalDate aujourdhui) {
        return jdbc.query(
                LIRE + "where referent = ? and (fin = ? or lecture_jusqu_au >= ?) order by fin desc, debut desc",
                TableOrientations::lire,
                referent,
                SANS_FIN,
                aujourdhui);
    }

    List<Orientation> fermes(UUID personneId) {
        return jdbc.query(
                LIRE + "where personne_id = ? and fin < ? order by debut desc",
                TableOrientations::lire,
                personneId,
                SANS_FIN);
    }

    /** The orientation under way, held until the end of the transaction: who comes second reads what the first wrote. */
    Optional<Orientation> enCoursPourEcrire(UUID personneId) {
        return jdbc
                .query(
                        LIRE + "where personne_id = ? and fin = ? for update",
                        TableOrientations::lire,
                        personneId,
                        SANS_FIN)
                .stream()
                .findFirst();
    }

    void fermer(UUID id, LocalDate fin, String passation, LocalDate lectureJusquAu) {
        jdbc.update(
                "update orientation set fin = ?, passation = ?, lecture_jusqu_au = ? where id = ?",
                fin,
                passation,
                lectureJusquAu,
                id);
    }

    void inserer(Orientation o) {
        jdbc.update(
                "insert into orientation (id, personne_id, dossier_id, parcours, organisme, referent,"
                        + " referent_partenaire, debut, fin, decidee_le, auteur, motif, declaree_passee, offre_id,"
                        + " en_attente) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                o.id(),
                o.personneId(),
                o.dossierId(),
                o.parcours().name(),
                o.organisme(),
                o.referent(),
                o.referentPartenaire(),
                o.debut(),
                o.fin() == null ? SANS_FIN : o.fin(),
                o.decideeLe(),
                o.auteur(),
                o.motif(),
                o.declareePassee(),
                o.place() == null ? null : o.place().offreId(),
                o.enAttente());
    }

    /** Takes an orientation out of the periods of the person; it stays readable in {@code orientation_annulee}. */
    void retirer(Orientation o, Instant quand, String par, String motif) {
        jdbc.update(
                "insert into orientation_annulee (id, personne_id, dossier_id, parcours, organisme, referent, debut,"
                        + " decidee_le, auteur, annulee_le, annulee_par, motif)"
                        + " select id, personne_id, dossier_id, parcours, organisme, referent, debut, decidee_le, auteur,"
                        + " ?, ?, ? from orientation where id = ?",
                Timestamp.from(quand),
                par,
                motif,
                o.id());
        jdbc.update("delete from orientation where id = ?", o.id());
    }

    void nommerReferent(UUID id, String nom) {
        jdbc.update("update orientation set referent_partenaire = ? where id = ?", nom, id);
    }

    /** An orientation that was ended lasts again. */
    void rouvrir(UUID id, Orientation.Place place) {
        jdbc.update(
                "update orientation set fin = ?, passation = null, lecture_jusqu_au = null, offre_id = ?, en_attente = ?"
                        + " where id = ?",
                SANS_FIN,
                place == null ? null : place.offreId(),
                place != null && place.enAttente(),
                id);
    }

    /** Whoever has waited longest for a place in an offer, held until the end of the transaction. */
    Optional<Orientation> premiereEnAttente(UUID offre) {
        return jdbc
                .query(
                        LIRE + "where offre_id = ? and en_attente and fin = ? order by debut, id limit 1 for update",
                        TableOrientations::lire,
                        offre,
                        SANS_FIN)
                .stream()
                .findFirst();
    }

    void donnerUnePlace(UUID id) {
        jdbc.update("update orientation set en_attente = false where id = ?", id);
    }

    Map<String, Integer> charges() {
        Map<String, Integer> charges = new HashMap<>();
        jdbc.query(
                "select referent, count(*) from orientation where fin = ? and referent is not null group by referent",
                rs -> {
                    charges.put(rs.getString(1), rs.getInt(2));
                },
                SANS_FIN);
        return charges;
    }

    private static Orientation lire(ResultSet rs, int rang) throws SQLException {
        LocalDate fin = rs.getObject("fin", LocalDate.class);
        UUID offre = rs.getObject("offre_id", UUID.class);
        return new Orientation(
                rs.getObject("id", UUID.class),
                rs.getObject("personne_id", UUID.class),
                rs.getObject("dossier_id", UUID.class),
                Parcours.valueOf(rs.getString("parcours")),
                rs.getString("organisme"),
                rs.getString("referent"),
                rs.getString("referent_partenaire"),
                rs.getObject("debut", LocalDate.class),
                SANS_FIN.equals(fin) ? null : fin,
                rs.getObject("decidee_le", LocalDate.class),
                rs.getString("auteur"),
                rs.getString("motif"),
                rs.getString("passation"),
                rs.getObject("lecture_jusqu_au", LocalDate.class),
                rs.getBoolean("declaree_passee"),
                offre == null ? null : new Orientation.Place(offre, rs.getBoolean("en_attente")));
    }
}
