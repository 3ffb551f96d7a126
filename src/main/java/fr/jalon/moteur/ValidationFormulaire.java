package fr.jalon.moteur;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Checks the data of a Camunda Form on the server, from the same file that the browser shows. Only the fields of the form
 * that are shown and not read-only come through; a field that the form does not have is refused, never ignored: what it says would
 * be lost.
 */
@Component
public class ValidationFormulaire {

    private static final int NOM_MAX = 100;

    private final ConditionsFormulaire conditions;

    ValidationFormulaire(ConditionsFormulaire conditions) {
        this.conditions = conditions;
    }

    /**
     * Accepts or refuses the data.
     *
     * @param schema the form file
     * @param donnees what was sent
     * @param initiales what the form showed, which holds the options of lists that the step fills
     * @return the accepted values by key, numbers as BigDecimal, dates as text; empty fields absent
     * @throws SaisieInvalide with each faulty field and the form's own label
     */
    public Map<String, Object> valider(JsonNode schema, Map<String, Object> donnees, Map<String, Object> initiales) {
        List<JsonNode> champs = new ArrayList<>();
        aplatir(schema, champs);
        Map<String, Object> contexte = new HashMap<>(initiales);
        contexte.putAll(donnees);
        List<ErreurChamp> erreurs = new ArrayList<>(inconnus(champs, donnees, initiales));
        Map<String, Object> propres = new LinkedHashMap<>();
        for (JsonNode champ : champs) {
            String cle = champ.path("key").asString("");
            if (cle.isEmpty()
                    || champ.path("disabled").asBoolean(false)
                    || lectureSeule(champ)
                    || cache(champ, contexte)) {
                continue;
            }
            try {
                Object valeur = ChampFormulaire.lire(champ, donnees.get(cle), initiales);
                if (valeur != null) {
                    propres.put(cle, valeur);
                }
            } catch (ChampFormulaire.Refus refus) {
                erreurs.add(new ErreurChamp(cle, refus.getMessage()));
            }
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return propres;
    }

    /** What the form showed may come back with the answers: it is no answer, and no fault either. */
    private static List<ErreurChamp> inconnus(
            List<JsonNode> champs, Map<String, Object> donnees, Map<String, Object> initiales) {
        Set<String> inconnus = new TreeSet<>(donnees.keySet());
        inconnus.removeAll(initiales.keySet());
        champs.forEach(c -> inconnus.remove(c.path("key").asString("")));
        return inconnus.stream()
                .map(nom -> new ErreurChamp(
                        Textes.couper(nom, NOM_MAX), "Ce champ n'est pas dans le formulaire : vérifiez son nom."))
                .toList();
    }

    private static boolean lectureSeule(JsonNode champ) {
        return champ.path("readonly").isBoolean() && champ.path("readonly").asBoolean(false);
    }

    private boolean cache(JsonNode champ, Map<String, Object> contexte) {
        String condition = champ.path("conditional").path("hide").asString("");
        return !condition.isEmpty() && conditions.vraie(condition, contexte);
    }

    private static void aplatir(JsonNode noeud, List<JsonNode> champs) {
        for (JsonNode composant : noeud.path("components")) {
            if (composant.has("components")) {
                aplatir(composant, champs);
            } else {
                champs.add(composant);
            }
        }
    }
}
