package fr.jalon.budget;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of the reservations; each leaves the open state once, by a conditional write. */
@Component
class ReservationsEcrites {

    private static final int PAR_PASSAGE = 500;

    private final JdbcTemplate jdbc;

    ReservationsEcrites(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void ajouter(Reservation r, Instant creeLe) {
        jdbc.update(
                "insert into budget_reservation (id, enveloppe_id, centimes, dossier, etat, expire_le, cree_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                r.id(),
                r.enveloppe(),
                r.centimes(),
                r.dossier(),
                r.etat().name(),
                Timestamp.from(r.expireLe()),
                Timestamp.from(creeLe));
    }

    Reservation lire(UUID id) {
        return jdbc
                .query(
                        "select enveloppe_id, centimes, dossier, etat, expire_le from budget_reservation where id = ?",
                        (rs, n) -> new Reservation(
                                id,
                                rs.getString(1),
                                rs.getLong(2),
                                rs.getString(3),
                                Reservation.Etat.valueOf(rs.getString(4)),
                                rs.getTimestamp(5).toInstant()),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Introuvable("Cette réservation n'existe pas."));
    }

    /** Leaves the open state, or tells what came first. */
    void resoudre(Reservation r, Reservation.Etat vers) {
        int resolues = jdbc.update(
                "update budget_reservation set etat = ? where id = ? and etat = 'OUVERTE'", vers.name(), r.id());
        if (resolues == 0) {
            throw new Conflit(lire(r.id()).etat().refus());
        }
    }

    void noterEngagement(Reservation r, long centimes, String numero) {
        jdbc.update("update budget_reservation set engage = ?, numero = ? where id = ?", centimes, numero, r.id());
    }

    /** What the reservation took from each funder, in their order. */
    List<Long> parts(Reservation r, List<Financeur> financeurs) {
        return financeurs.stream()
                .map(f -> jdbc.queryForObject(
                        "select coalesce(sum(l.centimes), 0) from budget_operation o join budget_ligne l"
                                + " on l.operation_id = o.id where o.cle = ? and l.financeur = ? and l.compte = 'RESERVE'",
                        Long.class,
                        r.cle(Nature.RESERVATION),
                        f.code()))
                .toList();
    }

    /** All that are open in an envelope. */
    List<UUID> ouvertes(String enveloppe) {
        return jdbc.queryForList(
                "select id from budget_reservation where etat = 'OUVERTE' and enveloppe_id = ?", UUID.class, enveloppe);
    }

    /** The oldest that passed their time, of one envelope, or of all for the empty text. */
    List<UUID> echues(String enveloppe, Instant maintenant) {
        return jdbc.queryForList(
                "select id from budget_reservation where etat = 'OUVERTE' and expire_le <= ?"
                        + " and (? = '' or enveloppe_id = ?) order by expire_le limit " + PAR_PASSAGE,
                UUID.class,
                Timestamp.from(maintenant),
                enveloppe,
                enveloppe);
    }
}
