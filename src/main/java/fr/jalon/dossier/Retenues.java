package fr.jalon.dossier;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dossiers that wait while a death is signalled, not proved, or proved since a short time: nothing moves, nothing is sent and
 * nothing ends, so that a mistake is taken back with the dossiers as they were (docs/decisions/0030).
 */
@Service
@Transactional
public class Retenues {

    private final JdbcTemplate jdbc;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Retenues(JdbcTemplate jdbc, Horloge horloge, ApplicationEventPublisher evenements) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    @Transactional(readOnly = true)
    public boolean retenu(UUID dossierId) {
        Long nombre =
                jdbc.queryForObject("select count(*) from dossier_retenu where dossier_id = ?", Long.class, dossierId);
        return nombre != null && nombre > 0;
    }

    /**
     * Before an act that would move the dossier.
     *
     * @throws Conflit when it waits
     */
    @Transactional(readOnly = true)
    public void refuserSiRetenu(UUID dossierId) {
        if (retenu(dossierId)) {
            throw new Conflit(
                    "Un décès est signalé pour cette personne : le dossier attend. Confirmez le décès ou dites"
                            + " qu'il est faux dans « Signalements », puis recommencez.");
        }
    }

    /** A second call changes nothing. */
    void retenir(UUID dossierId, UUID signalementId) {
        if (!retenu(dossierId)) {
            jdbc.update(
                    "insert into dossier_retenu (dossier_id, signalement_id, depuis) values (?, ?, ?)",
                    dossierId,
                    signalementId,
                    Timestamp.from(horloge.maintenant()));
            evenements.publishEvent(new DossierRetenu(dossierId));
        }
    }

    /** Lets go every dossier that waited for this. */
    List<UUID> rendre(UUID signalementId) {
        record Ligne(UUID dossierId, Instant depuis) {}
        List<Ligne> lignes = jdbc.query(
                "select dossier_id, depuis from dossier_retenu where signalement_id = ?",
                (rs, rang) -> new Ligne(
                        rs.getObject(1, UUID.class), rs.getTimestamp(2).toInstant()),
                signalementId);
        jdbc.update("delete from dossier_retenu where signalement_id = ?", signalementId);
        lignes.forEach(l -> evenements.publishEvent(new DossierRendu(l.dossierId(), l.depuis())));
        return lignes.stream().map(Ligne::dossierId).toList();
    }
}
