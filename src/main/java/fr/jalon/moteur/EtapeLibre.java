package fr.jalon.moteur;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.VariableParcours;
import fr.jalon.dispositif.Variables;
import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A step that a process owner added without Java: its form's data stay with the dossier; a field whose property
 * {@code variable} is "oui" in the form also becomes a flag of the path.
 */
final class EtapeLibre implements Etape {

    private final String id;
    private final String tacheId;
    private final JsonNode schema;
    private final JdbcTemplate jdbc;
    private final Horloge horloge;
    private final ObjectMapper json;

    EtapeLibre(String id, String tacheId, JsonNode schema, JdbcTemplate jdbc, Horloge horloge, ObjectMapper json) {
        this.id = id;
        this.tacheId = tacheId;
        this.schema = schema;
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.json = json;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Map<String, Object> donnees(UUID dossierId, Agent agent) {
        return Map.of();
    }

    @Override
    public Variables accomplir(UUID dossierId, Map<String, Object> donnees, Agent agent) {
        jdbc.update(
                "insert into donnees_etape (tache_id, dossier_id, etape, donnees, quand, auteur) values (?, ?, ?, ?, ?, ?)",
                tacheId,
                dossierId,
                id,
                ecrire(donnees),
                Timestamp.from(horloge.maintenant()),
                agent.identifiant());
        Variables variables = Variables.aucune();
        for (JsonNode champ : schema.path("components")) {
            if ("oui".equals(champ.path("properties").path("variable").asString(""))) {
                poser(
                        variables,
                        champ.path("key").asString(""),
                        donnees.get(champ.path("key").asString("")));
            }
        }
        return variables;
    }

    private static void poser(Variables variables, String nom, Object valeur) {
        if (valeur instanceof Boolean indicateur) {
            variables.avec(VariableParcours.indicateur(nom), indicateur);
        } else {
            variables.avec(VariableParcours.code(nom), valeur == null ? null : valeur.toString());
        }
    }

    private String ecrire(Map<String, Object> donnees) {
        try {
            return json.writeValueAsString(donnees);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
