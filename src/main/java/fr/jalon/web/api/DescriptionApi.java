package fr.jalon.web.api;

import fr.jalon.agent.Role;
import fr.jalon.web.securite.Routes;
import fr.jalon.web.securite.Routes.Acces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the OpenAPI document for people: calls by subject, who may use them, what to send. */
@Component
class DescriptionApi {

    private final Routes routes;

    DescriptionApi(Routes routes) {
        this.routes = routes;
    }

    /** Calls about the same thing. */
    record Groupe(String titre, List<Appel> appels) {}

    /** One call. */
    record Appel(String methode, String chemin, String resume, String qui, List<Champ> champs) {}

    /** Something to send: where, of which type, needed or not. */
    record Champ(String nom, String ou, String type, boolean obligatoire) {}

    List<Groupe> groupes(JsonNode document) {
        Map<String, List<Appel>> parSujet = new LinkedHashMap<>();
        document.path("paths")
                .properties()
                .forEach(chemin -> chemin.getValue().properties().forEach(operation -> {
                    JsonNode description = operation.getValue();
                    String sujet = description.path("tags").path(0).asString("Autres");
                    parSujet.computeIfAbsent(sujet, s -> new ArrayList<>())
                            .add(appel(chemin.getKey(), operation.getKey(), description, document));
                }));
        return parSujet.entrySet().stream()
                .map(e -> new Groupe(e.getKey(), e.getValue()))
                .toList();
    }

    private Appel appel(String chemin, String methode, JsonNode description, JsonNode document) {
        List<Champ> champs = new ArrayList<>();
        for (JsonNode parametre : description.path("parameters")) {
            champs.add(new Champ(
                    parametre.path("name").asString(""),
                    ou(parametre.path("in").asString("")),
                    type(parametre.path("schema"), document),
                    parametre.path("required").asBoolean(false)));
        }
        for (JsonNode contenu : description.path("requestBody").path("content")) {
            corps("", contenu.path("schema"), document, champs, new HashSet<>());
        }
        String majuscules = methode.toUpperCase(Locale.ROOT);
        return new Appel(
                majuscules,
                chemin,
                description.path("summary").asString(""),
                qui(majuscules, chemin),
                List.copyOf(champs));
    }

    private static void corps(
            String prefixe, JsonNode schema, JsonNode document, List<Champ> champs, Set<String> enCours) {
        JsonNode objet = resoudre(schema, document);
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty() && !enCours.add(reference)) {
            return;
        }
        objet.path("properties").properties().forEach(champ -> {
            String nom = prefixe + champ.getKey();
            JsonNode type = champ.getValue();
            champs.add(new Champ(nom, "corps", type(type, document), false));
            boolean liste = "array".equals(type.path("type").asString(""));
            corps(nom + (liste ? "[]." : "."), liste ? type.path("items") : type, document, champs, enCours);
        });
        enCours.remove(reference);
    }

    private static String type(JsonNode schema, JsonNode document) {
        JsonNode clair = resoudre(schema, document);
        if (clair.has("enum")) {
            return StreamSupport.stream(clair.path("enum").spliterator(), false)
                    .map(v -> v.asString(""))
                    .collect(Collectors.joining(", "));
        }
        return switch (clair.path("format").asString(clair.path("type").asString(""))) {
            case "date" -> "date (2026-05-31)";
            case "uuid" -> "identifiant";
            case "int32", "int64", "integer" -> "nombre entier";
            case "number" -> "nombre";
            case "boolean" -> "true ou false";
            case "array" -> "liste";
            case "binary" -> "fichier";
            case "string" -> "texte";
            default -> "objet";
        };
    }

    private static JsonNode resoudre(JsonNode schema, JsonNode document) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static String ou(String endroit) {
        return switch (endroit) {
            case "path" -> "adresse";
            case "header" -> "en-tête";
            default -> "paramètre";
        };
    }

    private String qui(String methode, String chemin) {
        Acces acces = routes.acces(methode, chemin.replaceAll("\\{[^}]+}", "x"))
                .orElseThrow(() -> new IllegalStateException("route sans rôle : " + chemin));
        if (acces.ouvert()) {
            return "Tout le monde, sans compte";
        }
        return acces.toutCompte()
                ? "Tout compte"
                : acces.roles().stream().map(Role::libelle).collect(Collectors.joining(", "));
    }
}
