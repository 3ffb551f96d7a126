package fr.jalon.budget;

import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credit held back for what was decided and is not committed yet: between a decision in session and the step that commits it, nobody else
 * takes it. One reservation a subject; it ends like any other.
 */
@Service
@Transactional
public class CreditsRetenus {

    private final JdbcTemplate jdbc;
    private final Reservations reservations;
    private final Horloge horloge;

    CreditsRetenus(JdbcTemplate jdbc, Reservations reservations, Horloge horloge) {
        this.jdbc = jdbc;
        this.reservations = reservations;
        this.horloge = horloge;
    }

    private record Retenue(UUID reservation, long centimes) {}

    /**
     * Holds an amount back, in the place of what was held for the same subject.
     *
     * @param dossier number of the dossier
     * @throws fr.jalon.commun.Conflit when the free amount is short
     */
    public void retenir(UUID sujet, String enveloppe, long centimes, String dossier, String auteur) {
        rendre(sujet, auteur);
        UUID reservation = reservations.reserver(enveloppe, centimes, dossier, null, auteur);
        jdbc.update("insert into budget_retenue (sujet, reservation) values (?, ?)", sujet, reservation);
    }

    /** The open reservation of a subject, to commit; empty when nothing is held, or no longer. */
    @Transactional(readOnly = true)
    public Optional<UUID> de(UUID sujet) {
        return lire(sujet).map(Retenue::reservation);
    }

    /** Cents held for a subject. */
    @Transactional(readOnly = true)
    public long centimes(UUID sujet) {
        return lire(sujet).map(Retenue::centimes).orElse(0L);
    }

    private Optional<Retenue> lire(UUID sujet) {
        return jdbc
                .query(
                        "select r.id, r.centimes from budget_retenue t join budget_reservation r on r.id = t.reservation"
                                + " where t.sujet = ? and r.etat = 'OUVERTE' and r.expire_le > ?",
                        (rs, n) -> new Retenue(rs.getObject(1, UUID.class), rs.getLong(2)),
                        sujet,
                        Timestamp.from(horloge.maintenant()))
                .stream()
                .findFirst();
    }

    /** Gives back what is held for a subject, if anything is. */
    public void rendre(UUID sujet, String auteur) {
        lire(sujet).ifPresent(r -> reservations.annuler(r.reservation(), auteur));
        jdbc.update("delete from budget_retenue where sujet = ?", sujet);
    }
}
