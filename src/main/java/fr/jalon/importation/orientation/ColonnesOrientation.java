package fr.jalon.importation.orientation;

import static fr.jalon.importation.ColonneImport.facultative;
import static fr.jalon.importation.ColonneImport.obligatoire;

import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.personne.ColonnesPersonne;
import fr.jalon.moteur.FormulairesLivres;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The columns of a file of newcomers: the person, the day on which the right was known, then one column for each question of
 * the form {@code recueillir-situation}. A question added to the form is a column of the next file.
 */
final class ColonnesOrientation {

    static final String DROIT = "date_droit";

    /** Says that an old right is old on purpose. */
    static final String PASSEE = "orientation_passee";

    private static final String FORMULAIRE = "recueillir-situation";
    private static final Set<String> SANS_SAISIE = Set.of("text", "html", "image", "separator", "spacer", "button");

    private ColonnesOrientation() {}

    /** The questions of the form, in order. */
    static List<JsonNode> questions() {
        return StreamSupport.stream(
                        FormulairesLivres.schema(FORMULAIRE).path("components").spliterator(), false)
                .filter(c -> !SANS_SAISIE.contains(c.path("type").asString("")))
                .toList();
    }

    /** {@code situationEmploi} gives {@code situation_emploi}. */
    static String colonne(JsonNode question) {
        return question.path("key").asString("").replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    static List<ColonneImport> toutes() {
        List<ColonneImport> personne = new ArrayList<>();
        ColonnesPersonne.ajouter(personne);
        List<ColonneImport> colonnes = new ArrayList<>();
        personne.forEach(c -> colonnes.add(c.sous("La personne")));
        colonnes.add(obligatoire(
                        DROIT,
                        "Date du droit",
                        "Jour où l'ouverture du droit a été connue : les six semaines partent de là.",
                        "14/04/2026",
                        "droit ouvert le")
                .sous("La demande"));
        colonnes.add(facultative(
                        PASSEE,
                        "Demande ancienne",
                        "oui quand la date du droit est ancienne et que c'est voulu ; sinon une date ancienne est refusée.",
                        "non",
                        "ancienne")
                .sous("La demande"));
        questions()
                .forEach(q ->
                        colonnes.add(facultative(colonne(q), q.path("label").asString(""), aide(q), exemple(q))
                                .sous("La situation")));
        return List.copyOf(colonnes);
    }

    private static String aide(JsonNode question) {
        return switch (question.path("type").asString("")) {
            case "checkbox" -> "oui ou non.";
            case "number" -> "Un nombre entier.";
            case "radio", "select" ->
                StreamSupport.stream(question.path("values").spliterator(), false)
                        .map(v -> v.path("label").asString(""))
                        .collect(Collectors.joining(" ; ", "", "."));
            default -> "Texte libre.";
        };
    }

    private static String exemple(JsonNode question) {
        return switch (question.path("type").asString("")) {
            case "checkbox" -> "non";
            case "number" -> "0";
            case "radio", "select" ->
                question.path("values").path(0).path("label").asString("");
            default -> "";
        };
    }
}
