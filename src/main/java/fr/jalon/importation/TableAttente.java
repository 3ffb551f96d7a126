package fr.jalon.importation;

import fr.jalon.commun.Chiffrement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The files that wait for their titles, encrypted as the rows of the others are. */
@Repository
class TableAttente {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Chiffrement chiffrement;

    TableAttente(JdbcTemplate jdbc, ObjectMapper json, Chiffrement chiffrement) {
        this.jdbc = jdbc;
        this.json = json;
        this.chiffrement = chiffrement;
    }

    /** Row of {@code import_attente} without the file. */
    record Attente(UUID id, String type, String antenne, String auteur, String nom, Titres titres) {}

    /** What is shown: the titles, the first rows, the columns already known by place. */
    record Titres(List<String> titres, List<List<String>> apercu, Map<Integer, String> colonnes) {}

    void ecrire(Attente attente, byte[] octets, Instant quand) {
        jdbc.update(
                "insert into import_attente (id, type, antenne, auteur, nom, octets, titres, cree_le)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                attente.id(),
                attente.type(),
                attente.antenne(),
                attente.auteur(),
                attente.nom(),
                chiffrement.chiffrer(serrer(octets), contexte(attente.id(), "octets")),
                chiffrement.chiffrer(enJson(attente.titres()), contexte(attente.id(), "titres")),
                Timestamp.from(quand));
    }

    Optional<Attente> lire(UUID id) {
        return jdbc
                .query(
                        "select id, type, antenne, auteur, nom, titres from import_attente where id = ?",
                        (rs, rang) -> new Attente(
                                rs.getObject(1, UUID.class),
                                rs.getString(2),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getString(5),
                                deJson(chiffrement.dechiffrer(rs.getBytes(6), contexte(id, "titres")))),
                        id)
                .stream()
                .findFirst();
    }

    Optional<byte[]> octets(UUID id) {
        return jdbc.query("select octets from import_attente where id = ?", (rs, rang) -> rs.getBytes(1), id).stream()
                .findFirst()
                .map(chiffres -> etendre(chiffrement.dechiffrer(chiffres, contexte(id, "octets"))));
    }

    boolean supprimer(UUID id) {
        return jdbc.update("delete from import_attente where id = ?", id) == 1;
    }

    int purger(Instant avant) {
        return jdbc.update("delete from import_attente where cree_le < ?", Timestamp.from(avant));
    }

    private static String contexte(UUID id, String quoi) {
        return "import-attente:" + id + ":" + quoi;
    }

    private byte[] enJson(Titres titres) {
        try {
            return json.writeValueAsBytes(titres);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private Titres deJson(byte[] octets) {
        try {
            return json.readValue(octets, Titres.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] serrer(byte[] octets) {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        try (DeflaterOutputStream flux = new DeflaterOutputStream(sortie)) {
            flux.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sortie.toByteArray();
    }

    private static byte[] etendre(byte[] octets) {
        try (InflaterInputStream flux = new InflaterInputStream(new ByteArrayInputStream(octets))) {
            return flux.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
