package fr.jalon.importation.orientation;

import fr.jalon.commun.Textes;
import fr.jalon.importation.lecture.LectureRangee;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The answers of a row to the questions of the form, by field name: a code or the words of the form. */
final class SituationOrientation {

    private static final int LONGUEUR_MAX = 2000;
    private static final int ENFANTS_MAX = 20;

    private SituationOrientation() {}

    static Map<String, Object> lire(LectureRangee rangee) {
        Map<String, Object> reponses = new LinkedHashMap<>();
        for (JsonNode question : ColonnesOrientation.questions()) {
            Object reponse = lire(rangee, question);
            if (reponse != null) {
                reponses.put(question.path("key").asString(""), reponse);
            }
        }
        return reponses;
    }

    /** Column of each question, to tell a fault where it is. */
    static Map<String, String> colonnes() {
        return ColonnesOrientation.questions().stream()
                .collect(Collectors.toMap(q -> q.path("key").asString(""), ColonnesOrientation::colonne));
    }

    private static Object lire(LectureRangee rangee, JsonNode question) {
        String colonne = ColonnesOrientation.colonne(question);
        if (!rangee.present(colonne)) {
            return null;
        }
        return switch (question.path("type").asString("")) {
            case "checkbox" -> rangee.ouiNon(colonne);
            case "number" -> nombre(rangee, colonne);
            case "radio", "select" -> choix(rangee, colonne, question);
            default -> texte(rangee, colonne);
        };
    }

    private static Integer nombre(LectureRangee rangee, String colonne) {
        Integer nombre = rangee.entier(colonne);
        if (nombre != null && nombre > ENFANTS_MAX) {
            rangee.refuser(colonne, "Indiquez au plus " + ENFANTS_MAX + ".");
            return null;
        }
        return nombre;
    }

    private static String choix(LectureRangee rangee, String colonne, JsonNode question) {
        String lu = Textes.recherche(rangee.texte(colonne));
        for (JsonNode valeur : question.path("values")) {
            if (lu.equals(Textes.recherche(valeur.path("label").asString("")))
                    || lu.equals(
                            Textes.recherche(valeur.path("value").asString("").replace('_', ' ')))) {
                return valeur.path("value").asString("");
            }
        }
        rangee.refuser(
                colonne,
                "Écrivez l'une de ces réponses : "
                        + StreamSupport.stream(question.path("values").spliterator(), false)
                                .map(v -> v.path("label").asString(""))
                                .collect(Collectors.joining(" ; "))
                        + ".");
        return null;
    }

    private static String texte(LectureRangee rangee, String colonne) {
        String lu = rangee.texte(colonne);
        if (lu.length() > LONGUEUR_MAX || !Textes.lisible(lu)) {
            rangee.refuser(colonne, "Écrivez au plus " + LONGUEUR_MAX + " caractères, sans caractère invisible.");
            return null;
        }
        return lu;
    }
}
