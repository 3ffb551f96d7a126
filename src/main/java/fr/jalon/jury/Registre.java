package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.seance.SeanceTracee;
import fr.jalon.seance.SeanceVue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * The register of a session: what was done, in order, each act with the digest of the one before (docs/decisions/0063). Each digest goes
 * to the journal in the same transaction, the last one into the minutes. Who appends holds the session, so acts never cross.
 */
@Component
class Registre {

    /** Digest before the first act. */
    static final String ORIGINE = "0".repeat(64);

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final ApplicationEventPublisher evenements;

    Registre(JdbcTemplate jdbc, ObjectMapper json, ApplicationEventPublisher evenements) {
        this.jdbc = jdbc;
        this.json = json;
        this.evenements = evenements;
    }

    /**
     * An act as it is kept.
     *
     * @param contenu JSON, as it was digested
     */
    record Ligne(int rang, String contenu, String empreinte) {}

    /** @return the digest of the act */
    String noter(SeanceVue seance, Acte acte, Agent auteur) {
        List<Ligne> derniere = jdbc.query(
                "select rang, contenu, empreinte from jury_acte where seance_id = ? order by rang desc limit 1",
                (rs, n) -> new Ligne(rs.getInt(1), rs.getString(2), rs.getString(3)),
                seance.id());
        Ligne ligne = suite(derniere.isEmpty() ? null : derniere.get(0), acte);
        jdbc.update(
                "insert into jury_acte (seance_id, rang, contenu, empreinte) values (?, ?, ?, ?)",
                seance.id(),
                ligne.rang(),
                ligne.contenu(),
                ligne.empreinte());
        evenements.publishEvent(new SeanceTracee(
                seance.numero(),
                seance.antenne(),
                "Registre, acte " + ligne.rang() + ", " + acte.nature() + " : " + ligne.empreinte() + ".",
                auteur));
        return ligne.empreinte();
    }

    /**
     * The act as it is kept after another one.
     *
     * @param avant null for the first
     */
    Ligne suite(Ligne avant, Acte acte) {
        int rang = avant == null ? 1 : avant.rang() + 1;
        String contenu = json.writeValueAsString(acte.contenu(rang));
        return new Ligne(rang, contenu, sha256((avant == null ? ORIGINE : avant.empreinte()) + "\n" + contenu));
    }

    /** Whether the last act of a kind ended with the same facts. */
    boolean ditDeja(UUID seanceId, String nature, Map<String, Object> faits) {
        String fin = "," + json.writeValueAsString(faits).substring(1);
        return dernier(seanceId, nature).filter(c -> c.endsWith(fin)).isPresent();
    }

    /** What the last act of a kind says. A quote inside a text is escaped, so no text looks like a kind. */
    Optional<String> dernier(UUID seanceId, String nature) {
        return jdbc
                .queryForList(
                        "select contenu from jury_acte where seance_id = ? and contenu like ? order by rang desc limit 1",
                        String.class,
                        seanceId,
                        "{\"rang\":%,\"acte\":\"" + nature + "\",%")
                .stream()
                .findFirst();
    }

    List<Ligne> actes(UUID seanceId) {
        return jdbc.query(
                "select rang, contenu, empreinte from jury_acte where seance_id = ? order by rang",
                (rs, n) -> new Ligne(rs.getInt(1), rs.getString(2), rs.getString(3)),
                seanceId);
    }

    /** Digest of the last act; null when there is none. */
    String tete(UUID seanceId) {
        return jdbc
                .queryForList(
                        "select empreinte from jury_acte where seance_id = ? order by rang desc limit 1",
                        String.class,
                        seanceId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    static String sha256(String texte) {
        return sha256(texte.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
