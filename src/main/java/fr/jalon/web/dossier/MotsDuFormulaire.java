package fr.jalon.web.dossier;

import fr.jalon.moteur.FormulairesLivres;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The questions and answers of a shipped form in its own words, to show what was answered. */
public final class MotsDuFormulaire {

    private final JsonNode schema;
    private final JsonNode champs;

    private MotsDuFormulaire(JsonNode schema) {
        this.schema = schema;
        this.champs = schema.path("components");
    }

    public static MotsDuFormulaire de(String formulaire) {
        return new MotsDuFormulaire(FormulairesLivres.schema(formulaire));
    }

    /** Question and answer, in the order of the form; what was not answered is left out. */
    public List<Vues.Paire> paires(Map<String, Object> reponses) {
        List<Vues.Paire> paires = new ArrayList<>();
        for (JsonNode champ : champs) {
            Object valeur = reponses.get(champ.path("key").asString(""));
            if (valeur != null && !"".equals(valeur)) {
                paires.add(new Vues.Paire(
                        champ.path("label").asString(champ.path("dateLabel").asString("")), mots(champ, valeur)));
            }
        }
        return paires;
    }

    /** The keys of the questions, in the order of the form. */
    public List<String> cles() {
        List<String> cles = new ArrayList<>();
        champs.forEach(champ -> {
            if (champ.hasNonNull("key")) {
                cles.add(champ.path("key").asString(""));
            }
        });
        return cles;
    }

    /** The form itself, to show it empty. */
    public JsonNode schema() {
        return schema;
    }

    private static String mots(JsonNode champ, Object valeur) {
        if (valeur instanceof Boolean oui) {
            return oui ? "Oui" : "Non";
        }
        for (JsonNode choix : champ.path("values")) {
            if (choix.path("value").asString("").equals(valeur.toString())) {
                return choix.path("label").asString("");
            }
        }
        return valeur.toString();
    }
}
