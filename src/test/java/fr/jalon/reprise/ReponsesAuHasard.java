package fr.jalon.reprise;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.moteur.ConditionsFormulaire;
import fr.jalon.moteur.FormulaireEtape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Fills any form of a step with answers that its file allows, drawn from a seed: nothing here knows a form by name. */
final class ReponsesAuHasard {

    private static final Set<String> SANS_SAISIE = Set.of("text", "html", "image", "separator", "spacer", "button");
    private static final int[] JOURS = {0, 0, -1, 1, 3, 7, -5, 12, 15, 20, 30, 45, -12, 90, 180};
    private static final List<String> HEURES = List.of("9h00", "9h45", "10h30", "11h15", "14h15", "15h00");
    private static final int NOMBRE_MAX = 12;

    private final Random hasard;
    private final ConditionsFormulaire conditions;

    ReponsesAuHasard(Random hasard, ConditionsFormulaire conditions) {
        this.hasard = hasard;
        this.conditions = conditions;
    }

    /**
     * Answers to every required field that shows, and to some of the others.
     *
     * @param exiges keys that were refused before: answered also when the file says that they are optional
     */
    Map<String, Object> remplir(FormulaireEtape formulaire, Set<String> exiges, LocalDate aujourdhui) {
        List<JsonNode> champs = new ArrayList<>();
        aplatir(formulaire.schema(), champs);
        Map<String, Object> vues = new HashMap<>(formulaire.donnees());
        Map<String, Object> reponses = new LinkedHashMap<>();
        for (JsonNode champ : champs) {
            String cle = champ.path("key").asText("");
            if (cle.isEmpty()
                    || champ.path("disabled").asBoolean()
                    || champ.path("readonly").asBoolean()) {
                continue;
            }
            String cache = champ.path("conditional").path("hide").asText("");
            if (!cache.isEmpty() && conditions.vraie(cache, vues)) {
                continue;
            }
            boolean requis = champ.path("validate").path("required").asBoolean() || exiges.contains(cle);
            if (!requis && hasard.nextBoolean()) {
                continue;
            }
            Object valeur = valeur(champ, cle, requis, formulaire.donnees(), aujourdhui);
            if (valeur != null) {
                reponses.put(cle, valeur);
                vues.put(cle, valeur);
            }
        }
        return reponses;
    }

    private Object valeur(
            JsonNode champ, String cle, boolean requis, Map<String, Object> montrees, LocalDate aujourdhui) {
        return switch (champ.path("type").asText()) {
            case "checkbox" -> requis || hasard.nextBoolean();
            case "number" -> nombre(champ.path("validate"));
            case "radio", "select" -> parmi(options(champ, montrees));
            case "checklist", "taglist" -> plusieurs(options(champ, montrees));
            case "datetime" ->
                JoursOuvres.ouvreSuivantOuMeme(aujourdhui.plusDays(JOURS[hasard.nextInt(JOURS.length)]))
                        .toString();
            case "textfield", "textarea" -> cle.startsWith("heure") ? parmi(HEURES) : "Réponse inventée pour l'essai.";
            default -> null;
        };
    }

    private Object nombre(JsonNode bornes) {
        int min = bornes.path("min").asInt(0);
        int max = Math.max(min, bornes.path("max").asInt(min + NOMBRE_MAX));
        return min + hasard.nextInt(max - min + 1);
    }

    private Object parmi(List<String> options) {
        return options.isEmpty() ? null : options.get(hasard.nextInt(options.size()));
    }

    private Object plusieurs(List<String> options) {
        List<String> choisies = options.stream()
                .filter(o -> hasard.nextInt(options.size()) == 0)
                .toList();
        return choisies.isEmpty() && !options.isEmpty() ? List.of(options.get(0)) : choisies;
    }

    private static List<String> options(JsonNode champ, Map<String, Object> montrees) {
        List<String> options = new ArrayList<>();
        champ.path("values").forEach(o -> options.add(o.path("value").asText()));
        if (montrees.get(champ.path("valuesKey").asText("")) instanceof List<?> liste) {
            liste.forEach(o ->
                    options.add(o instanceof Map<?, ?> paire ? String.valueOf(paire.get("value")) : String.valueOf(o)));
        }
        return options;
    }

    private static void aplatir(JsonNode noeud, List<JsonNode> champs) {
        for (JsonNode composant : noeud.path("components")) {
            if (composant.has("components")) {
                aplatir(composant, champs);
            } else if (!SANS_SAISIE.contains(composant.path("type").asText())) {
                champs.add(composant);
            }
        }
    }
}
