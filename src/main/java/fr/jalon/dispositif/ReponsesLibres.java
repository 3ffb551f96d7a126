package fr.jalon.dispositif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The answers to the forms of the steps that have no Java of their own. */
@Component
@Transactional(readOnly = true)
public class ReponsesLibres {

    private static final TypeReference<Map<String, Object>> REPONSES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    ReponsesLibres(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param etape element id of the step */
    public record Etape(String etape, Map<String, Object> reponses) {}

    /** The steps done, oldest first. */
    public List<Etape> etapes(UUID dossierId) {
        return jdbc.query(
                "select etape, donnees from donnees_etape where dossier_id = ? order by quand, tache_id",
                (rs, rang) -> new Etape(rs.getString(1), lire(rs.getString(2))),
                dossierId);
    }

    /** Every answer by field name; the latest of a field that was asked twice. */
    public Map<String, Object> du(UUID dossierId) {
        Map<String, Object> toutes = new LinkedHashMap<>();
        etapes(dossierId).forEach(e -> toutes.putAll(e.reponses()));
        return toutes;
    }

    private Map<String, Object> lire(String texte) {
        try {
            return json.readValue(texte, REPONSES);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
