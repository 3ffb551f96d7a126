package fr.jalon.numerique;

import fr.jalon.commun.Horloge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The table {@code diagnostic_numerique}: written once, then only read, until its time of keeping is over. */
@Component
class TableDiagnostics {

    private static final String LIRE =
            "select id, numero, personne_id, visite_id, antenne, quartier, public_vise, agent,"
                    + " jour, etabli_le, reponses, orientation, retenue, raisons, table_version,"
                    + " version from diagnostic_numerique ";
    private static final TypeReference<LinkedHashMap<String, Object>> REPONSES = new TypeReference<>() {};
    private static final TypeReference<List<RaisonNumerique>> RAISONS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    TableDiagnostics(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The number of the diagnosis is the database's own. */
    void inserer(DiagnosticVue d) {
        jdbc.update(
                "insert into diagnostic_numerique (id, personne_id, visite_id, antenne, quartier, public_vise, agent, jour,"
                        + " etabli_le, reponses, orientation, retenue, raisons, table_version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                d.id(),
                d.personneId(),
                d.visiteId(),
                d.antenne(),
                d.quartier(),
                d.publicVise(),
                d.agent(),
                LocalDate.ofInstant(d.etabliLe(), Horloge.PARIS),
                Timestamp.from(d.etabliLe()),
                ecrire(d.reponses()),
                d.orientation().name(),
                d.retenue().name(),
                ecrire(d.raisons()),
                d.versionTable());
    }

    Optional<DiagnosticVue> parId(UUID id) {
        return jdbc.query(LIRE + "where id = ?", this::lire, id).stream().findFirst();
    }

    /** Newest first. */
    List<DiagnosticVue> dePersonne(UUID personne) {
        return jdbc.query(
                LIRE + "where personne_id = ? order by etabli_le desc, numero desc limit 50", this::lire, personne);
    }

    List<DiagnosticVue> deVisite(UUID visite) {
        return jdbc.query(LIRE + "where visite_id = ? order by etabli_le desc, numero desc", this::lire, visite);
    }

    void choisir(UUID id, OrientationNumerique retenue) {
        jdbc.update(
                "update diagnostic_numerique set retenue = ?, version = version + 1 where id = ?", retenue.name(), id);
    }

    List<UUID> aEffacer(LocalDate avant, int limite) {
        return jdbc.queryForList(
                "select id from diagnostic_numerique where efface_le is null and jour < ? limit " + limite,
                UUID.class,
                avant);
    }

    void effacer(UUID id, Instant quand) {
        jdbc.update(
                "update diagnostic_numerique set efface_le = ?, personne_id = null, visite_id = null where id = ?",
                Timestamp.from(quand),
                id);
    }

    private DiagnosticVue lire(ResultSet rs, int rang) throws SQLException {
        return new DiagnosticVue(
                rs.getObject("id", UUID.class),
                "N-%d-%06d".formatted(rs.getObject("jour", LocalDate.class).getYear(), rs.getLong("numero")),
                rs.getObject("personne_id", UUID.class),
                rs.getObject("visite_id", UUID.class),
                rs.getString("antenne"),
                rs.getString("quartier"),
                rs.getString("public_vise"),
                rs.getString("agent"),
                rs.getTimestamp("etabli_le").toInstant(),
                relire(rs.getString("reponses"), REPONSES),
                OrientationNumerique.valueOf(rs.getString("orientation")),
                OrientationNumerique.valueOf(rs.getString("retenue")),
                relire(rs.getString("raisons"), RAISONS),
                rs.getInt("table_version"),
                rs.getInt("version"));
    }

    private String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException("diagnostic illisible", e);
        }
    }

    private <T> T relire(String texte, TypeReference<T> type) {
        try {
            return json.readValue(texte, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("diagnostic illisible", e);
        }
    }
}
