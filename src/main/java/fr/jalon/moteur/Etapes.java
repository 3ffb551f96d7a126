package fr.jalon.moteur;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.Etape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The human steps that have a bean of their own; any other step is a {@link EtapeLibre}. */
@Component
public class Etapes {

    private final Map<String, Etape> parId;
    private final JdbcTemplate jdbc;
    private final Horloge horloge;
    private final ObjectMapper json;

    Etapes(List<Etape> etapes, JdbcTemplate jdbc, Horloge horloge, ObjectMapper json) {
        this.parId = etapes.stream().collect(Collectors.toUnmodifiableMap(Etape::id, Function.identity()));
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.json = json;
    }

    /** Element ids of the steps that have a bean. */
    public Set<String> connues() {
        return parId.keySet();
    }

    /** The step of an element id; a free step when no bean has it. */
    public Etape pour(String id, String tacheId, JsonNode schema) {
        Etape etape = parId.get(id);
        return etape != null ? etape : new EtapeLibre(id, tacheId, schema, jdbc, horloge, json);
    }
}
