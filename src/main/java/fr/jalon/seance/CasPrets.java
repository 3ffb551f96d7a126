package fr.jalon.seance;

import fr.jalon.commun.Horloge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases that features have made ready for an instance. */
@Service
@Transactional
public class CasPrets {

    private static final String CAS =
            "select id, instance, question, antenne, dossier_id, numero, pret_le from cas_pret ";

    private final JdbcTemplate jdbc;
    private final TableSeances table;
    private final Instances instances;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    CasPrets(
            JdbcTemplate jdbc,
            TableSeances table,
            Instances instances,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.jdbc = jdbc;
        this.table = table;
        this.instances = instances;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** A case asks a question; a repeat changes nothing. */
    public void declarer(String instance, String question, String antenne, UUID dossierId, String numero) {
        try {
            jdbc.update(
                    "insert into cas_pret (id, instance, question, antenne, dossier_id, numero, pret_le, ouvert)"
                            + " values (?, ?, ?, ?, ?, ?, ?, 1)",
                    UUID.randomUUID(),
                    instance,
                    question,
                    antenne,
                    dossierId,
                    numero,
                    Timestamp.from(horloge.maintenant()));
        } catch (DuplicateKeyException e) {
            // The question is already asked.
            return;
        }
    }

    /** The question is no longer asked: the case leaves the agenda of a session to come; the minutes of one that is held say so. */
    public void retirer(UUID dossierId, String question) {
        jdbc
                .queryForList(
                        "select concat(id, ' ', seance_id) from cas_pret where dossier_id = ? and question = ? and ouvert = 1"
                                + " and seance_id is not null",
                        String.class,
                        dossierId,
                        question)
                .stream()
                .map(ids -> ids.split(" "))
                .forEach(ids -> retirerDeLaSeance(UUID.fromString(ids[0]), UUID.fromString(ids[1])));
        int retires = jdbc.update(
                "update cas_pret set ouvert = null where dossier_id = ? and question = ? and ouvert = 1",
                dossierId,
                question);
        if (retires > 0) {
            evenements.publishEvent(new QuestionRetiree(dossierId, question));
        }
    }

    private void retirerDeLaSeance(UUID casId, UUID seanceId) {
        Seance seance = table.pourEcrire(seanceId);
        if (seance.retirerCas(casId, "la question n'est plus posée").isPresent()) {
            table.enregistrer(seance);
        }
    }

    /**
     * Ready and on no agenda, the oldest first.
     *
     * @param antenne null for all of them
     */
    @Transactional(readOnly = true)
    public List<CasPret> enAttente(String instance, String antenne) {
        return jdbc.query(
                CAS
                        + "where instance = ? and (? is null or antenne = ?) and ouvert = 1 and seance_id is null order by pret_le, id",
                CasPrets::cas,
                instance,
                antenne,
                antenne);
    }

    /** A case still asked; empty when it no longer is. */
    Optional<CasPret> ouvert(UUID casId) {
        return jdbc.query(CAS + "where id = ? and ouvert = 1", CasPrets::cas, casId).stream()
                .findFirst();
    }

    private static CasPret cas(ResultSet rs, int rang) throws SQLException {
        return new CasPret(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getObject(5, UUID.class),
                rs.getString(6),
                rs.getTimestamp(7).toInstant());
    }

    /** @return whether the case was free: two people may ask for it at once */
    boolean retenir(UUID casId, SeanceVue seance) {
        String antenne = instances.deLaVille(seance.instance()) ? null : seance.antenne();
        return jdbc.update(
                        "update cas_pret set seance_id = ? where id = ? and ouvert = 1 and seance_id is null"
                                + " and instance = ? and (? is null or antenne = ?)",
                        seance.id(),
                        casId,
                        seance.instance(),
                        antenne,
                        antenne)
                == 1;
    }

    /** Whether the question of a case is still asked. */
    boolean attend(UUID casId) {
        return ouvert(casId).isPresent();
    }

    void liberer(UUID casId) {
        jdbc.update("update cas_pret set seance_id = null where id = ?", casId);
    }

    void repondre(UUID casId) {
        jdbc.update("update cas_pret set ouvert = null where id = ?", casId);
    }
}
