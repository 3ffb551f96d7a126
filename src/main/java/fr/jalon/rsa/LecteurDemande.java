package fr.jalon.rsa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.commun.SaisieInvalide;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads and writes the JSON parts of a claim. */
@Component
class LecteurDemande {

    private final ObjectMapper json;
    private final ControleDemande controle;

    LecteurDemande(ObjectMapper json, ControleDemande controle) {
        this.json = json;
        this.controle = controle;
    }

    /** Day of receipt written in the data, or the given one. */
    LocalDate dateDepot(JsonNode donnees, LocalDate parDefaut) {
        JsonNode date = donnees.path("dateDepot");
        if (date.isMissingNode() || date.isNull()) {
            return parDefaut;
        }
        try {
            return LocalDate.parse(date.isTextual() ? date.textValue() : "");
        } catch (DateTimeParseException e) {
            throw new SaisieInvalide("donnees.dateDepot", "Écrivez la date de dépôt sous la forme 2026-05-31.");
        }
    }

    /**
     * A flag beside the situation, false when absent.
     *
     * @throws SaisieInvalide when it is neither true nor false
     */
    boolean indicateur(JsonNode donnees, String champ) {
        JsonNode valeur = donnees.path(champ);
        if (!valeur.isMissingNode() && !valeur.isNull() && !valeur.isBoolean()) {
            throw new SaisieInvalide("donnees." + champ, "Répondez par true ou false, sans guillemets.");
        }
        return valeur.asBoolean(false);
    }

    /**
     * The declared situation, checked. The month is that of the receipt (CASF R262-33) and the claimant's age comes from
     * the birth date, whatever was sent.
     *
     * @throws SaisieInvalide with each faulty field, its path beginning by {@code donnees}
     */
    DemandeSimulation lire(JsonNode donnees, LocalDate depot, int age) {
        if (!donnees.isObject()) {
            throw new SaisieInvalide("donnees", "Décrivez la situation de la personne.");
        }
        ObjectNode copie = donnees.deepCopy();
        copie.put("mois", YearMonth.from(depot).toString());
        copie.remove("montantBase");
        if (copie.path("adultes").path(0) instanceof ObjectNode demandeur) {
            demandeur.put("age", age);
        }
        try {
            DemandeSimulation situation = json.treeToValue(copie, DemandeSimulation.class);
            controle.verifier(situation);
            return situation;
        } catch (JsonMappingException e) {
            throw new SaisieInvalide("donnees." + chemin(e), "Cette valeur n'est pas du type attendu.");
        } catch (JsonProcessingException e) {
            throw new SaisieInvalide("donnees", "La situation n'est pas lisible.");
        } catch (SaisieInvalide e) {
            throw new SaisieInvalide(e.erreurs().stream()
                    .map(erreur -> new fr.jalon.commun.ErreurChamp("donnees." + erreur.champ(), erreur.message()))
                    .toList());
        }
    }

    private static String chemin(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    DemandeSimulation situation(String texte) {
        return lire(texte, DemandeSimulation.class);
    }

    List<ConditionVerifiee> conditions(String texte) {
        if (texte == null) {
            return List.of();
        }
        try {
            return json.readValue(texte, new TypeReference<List<ConditionVerifiee>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ResultatSimulation estimation(String texte) {
        return texte == null ? null : lire(texte, ResultatSimulation.class);
    }

    String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T lire(String texte, Class<T> type) {
        try {
            return json.readValue(texte, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
