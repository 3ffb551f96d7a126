package fr.jalon.atelier.controle;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Camunda Forms: fields of a list, a key and a label each, conditions in FEEL, no markup, no address. */
final class ControleFormulaire {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(20_000)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .build();
    private static final Pattern CLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,80}");
    private static final Pattern BALISE = Pattern.compile("<\\s*[/!a-zA-Z]|javascript:|\\$\\{|#\\{");
    private static final Pattern REPETITION = Pattern.compile("[)*+}]\\s*[*+{]");
    private static final Set<String> SANS_CLE = Set.of("text", "group", "spacer", "separator");

    private final Politique politique = Politique.LIVREE;
    private final Rapport rapport;
    private final ControleFeel feel;
    private final Set<String> cles = new HashSet<>();
    private int champs;

    ControleFormulaire(Contexte contexte, Rapport rapport) {
        this.rapport = rapport;
        this.feel = new ControleFeel(politique, contexte.moteur(), rapport);
    }

    /** The form as JSON, null when it is not one; the fault is then in the report. */
    static JsonNode lire(byte[] contenu) {
        try {
            JsonNode lu = JSON.readTree(contenu);
            return lu != null && lu.isObject() ? lu : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    void controler(JsonNode formulaire) {
        if ("Camunda Cloud".equals(formulaire.path("executionPlatform").asString(""))) {
            rapport.ajouter(Regle.CAMUNDA_8, null, null);
            return;
        }
        if (!"default".equals(formulaire.path("type").asString(""))
                || !formulaire.path("components").isArray()) {
            rapport.ajouter(Regle.FORMULAIRE_JSON, null, null, "il n’a pas de champs.");
            return;
        }
        if (!formulaire.path("id").asString("").matches("[\\p{L}_][\\p{L}\\p{N}_.-]{0,99}")) {
            rapport.ajouter(Regle.FORMULAIRE_JSON, null, null, "son identifiant ne va pas.");
        }
        champs(formulaire.path("components"));
        if (champs > politique.nombre("formulaire.champs.max")) {
            rapport.ajouter(
                    Regle.FORMULAIRE_JSON,
                    null,
                    null,
                    "il a plus de " + politique.texte("formulaire.champs.max") + " champs.");
        }
    }

    private void champs(JsonNode liste) {
        for (JsonNode champ : liste) {
            champs++;
            champ(champ);
            if (champ.path("components").isArray()) {
                champs(champ.path("components"));
            }
        }
    }

    private void champ(JsonNode champ) {
        String type = champ.path("type").asString("");
        String id = champ.path("id").asString(champ.path("key").asString(""));
        if (!politique.liste("formulaire.composants").contains(type)) {
            rapport.ajouter(
                    Regle.COMPOSANT, id, null, type, String.join(", ", politique.liste("formulaire.composants")));
            return;
        }
        String cle = champ.path("key").asString("");
        if (!SANS_CLE.contains(type)) {
            exiger(CLE.matcher(cle).matches(), id, cle, "sa clé est un nom simple.");
            exiger(cle.isEmpty() || cles.add(cle), id, cle, "sa clé est déjà prise.");
            String libelle =
                    champ.path("label").asString(champ.path("dateLabel").asString(""));
            exiger(!libelle.isBlank(), id, cle, "il n’a pas de libellé.");
        }
        motif(champ.path("validate").path("pattern").asString(""), id, cle);
        textes(champ, id, cle, 0);
    }

    private void motif(String motif, String id, String cle) {
        if (motif.isEmpty()) {
            return;
        }
        boolean bon = motif.length() <= politique.nombre("formulaire.motif.max")
                && !REPETITION
                        .matcher(motif.replaceAll("\\\\.", "_").replaceAll("\\{\\d{1,3}(,\\d{0,3})?}", ""))
                        .find();
        try {
            Pattern.compile(motif);
        } catch (PatternSyntaxException e) {
            bon = false;
        }
        exiger(bon, id, cle, "son motif est mal écrit ou trop compliqué.");
    }

    /** Every text of the field: a condition is FEEL, anything else is a text. */
    private void textes(JsonNode noeud, String id, String cle, int niveau) {
        for (var propriete : noeud.properties()) {
            JsonNode valeur = propriete.getValue();
            if (propriete.getKey().equals("components") && niveau == 0) {
                continue;
            }
            if (valeur.isString()) {
                texte(propriete.getKey(), valeur.asString(), id, cle);
            } else if (valeur.isObject()) {
                textes(valeur, id, cle, niveau + 1);
            } else if (valeur.isArray()) {
                valeur.forEach(v -> textes(v, id, cle, niveau + 1));
            }
        }
    }

    private void texte(String propriete, String texte, String id, String cle) {
        if (texte.startsWith("=")) {
            feel.controler(null, id, texte.substring(1).strip(), false);
        } else if (!propriete.equals("pattern")) {
            exiger(!BALISE.matcher(texte).find(), id, cle, "il porte une balise ou une expression.");
        }
    }

    private void exiger(boolean bon, String id, String cle, String faute) {
        if (!bon) {
            rapport.ajouter(Regle.CHAMP, id, null, cle.isEmpty() ? id : cle, faute);
        }
    }
}
