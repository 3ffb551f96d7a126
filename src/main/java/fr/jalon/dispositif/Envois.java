package fr.jalon.dispositif;

import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What must leave the house, written in the transaction of the step and carried out afterwards. The unique key makes a
 * step tried again write nothing twice.
 */
@Service
@Transactional
public class Envois {

    private final JdbcTemplate jdbc;
    private final Horloge horloge;

    Envois(JdbcTemplate jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /**
     * One thing to send.
     *
     * @param cleUnique key of the step and purpose
     * @param destinataire {@code CAF}, {@code CPAM}, {@code MSA}
     * @param objet short code, for example {@code DEMANDE_RSA}
     * @param nomFichier name of the file to hand over
     * @param contenu its text
     */
    public record AEnvoyer(
            String cleUnique, UUID dossierId, String destinataire, String objet, String nomFichier, String contenu) {}

    /** One thing sent or to be sent, without its text. */
    public record Envoi(
            UUID id,
            UUID dossierId,
            String destinataire,
            String objet,
            String nomFichier,
            Instant creeLe,
            Instant envoyeLe) {}

    /** Writes it; the same key again changes nothing. */
    public void deposer(AEnvoyer envoi) {
        try {
            jdbc.update(
                    "insert into envoi (id, cle_unique, dossier_id, destinataire, objet, nom_fichier, contenu, cree_le)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    envoi.cleUnique(),
                    envoi.dossierId(),
                    envoi.destinataire(),
                    envoi.objet(),
                    envoi.nomFichier(),
                    envoi.contenu(),
                    Timestamp.from(horloge.maintenant()));
        } catch (DuplicateKeyException e) {
            // Already written by a former try of the same step.
            return;
        }
    }

    @Transactional(readOnly = true)
    public List<Envoi> duDossier(UUID dossierId) {
        return jdbc.query(
                "select id, dossier_id, destinataire, objet, nom_fichier, cree_le, envoye_le from envoi"
                        + " where dossier_id = ? order by cree_le, id",
                (rs, rang) -> new Envoi(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getTimestamp(6).toInstant(),
                        rs.getTimestamp(7) == null ? null : rs.getTimestamp(7).toInstant()),
                dossierId);
    }
}
