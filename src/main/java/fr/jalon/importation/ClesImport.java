package fr.jalon.importation;

import fr.jalon.commun.Chiffrement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The keys of what was written. A key is unique, and written in the transaction of its row: whatever happens, the same
 * content is not written twice. Only keyed digests are kept.
 */
@Component
public class ClesImport {

    private final JdbcTemplate jdbc;
    private final Chiffrement chiffrement;

    ClesImport(JdbcTemplate jdbc, Chiffrement chiffrement) {
        this.jdbc = jdbc;
        this.chiffrement = chiffrement;
    }

    /** What was written under a key. */
    public record Connue(UUID ligneId, UUID dossierId, String numero, String antenne, Instant ecriteLe) {}

    /** What a content already made, if it was ever imported. */
    public Optional<Connue> connue(String type, String cle) {
        return jdbc
                .query(
                        "select ligne_id, dossier_id, dossier_numero, antenne, ecrite_le from import_cle"
                                + " where type = ? and cle = ?",
                        (rs, rang) -> new Connue(
                                rs.getObject(1, UUID.class),
                                rs.getObject(2, UUID.class),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getTimestamp(5).toInstant()),
                        type,
                        empreinte(cle))
                .stream()
                .findFirst();
    }

    /** @throws DuplicateKeyException when the content was written meanwhile: the transaction must be undone */
    void noter(String type, String cle, UUID ligneId, ResultatLigne resultat, Instant quand) {
        jdbc.update(
                "insert into import_cle (type, cle, ligne_id, dossier_id, dossier_numero, antenne, ecrite_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                type,
                empreinte(cle),
                ligneId,
                resultat.dossierId(),
                resultat.numero(),
                resultat.antenne(),
                Timestamp.from(quand));
    }

    String empreinte(String texte) {
        return chiffrement.empreinte("import\n" + texte);
    }
}
