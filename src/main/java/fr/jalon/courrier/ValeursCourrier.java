package fr.jalon.courrier;

import fr.jalon.commun.Montant;
import fr.jalon.decision.Explication;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values of the merge fields, gathered by the caller: what the letter says must come from the dossier, never be typed
 * twice. A null or blank value counts as absent; a row's fields are named as in the catalogue, with the list's prefix.
 */
public final class ValeursCourrier {

    private final Map<String, Object> valeurs = new TreeMap<>();

    public ValeursCourrier texte(String champ, String valeur) {
        return poser(champ, valeur == null || valeur.isBlank() ? null : valeur);
    }

    /** Several lines, such as an address; blank lines are left out. */
    public ValeursCourrier lignes(String champ, List<String> valeurs) {
        List<String> pleines =
                valeurs.stream().filter(v -> v != null && !v.isBlank()).toList();
        return poser(champ, pleines.isEmpty() ? null : pleines);
    }

    public ValeursCourrier date(String champ, LocalDate valeur) {
        return poser(champ, valeur);
    }

    public ValeursCourrier montant(String champ, Montant valeur) {
        return poser(champ, valeur);
    }

    /** Rows of a list; in a row, absent or blank means no value. */
    public ValeursCourrier liste(String champ, List<Map<String, String>> rangees) {
        List<Rangee> copies = rangees.stream().map(Rangee::de).toList();
        return poser(champ, copies.isEmpty() ? null : copies);
    }

    /** The reasons of a decision, from the rules that fired: fact, article, and what would change the result. */
    public ValeursCourrier motivation(List<Explication> explications) {
        return liste(
                "decision.motivation",
                explications.stream().map(ValeursCourrier::rangee).toList());
    }

    private static Map<String, String> rangee(Explication explication) {
        Map<String, String> rangee = new LinkedHashMap<>();
        rangee.put("decision.motivation.fait", explication.texte());
        rangee.put("decision.motivation.article", TextesDeLoi.enToutesLettres(explication.article()));
        rangee.put("decision.motivation.quiChangerait", explication.quiChangerait());
        return rangee;
    }

    private ValeursCourrier poser(String champ, Object valeur) {
        if (valeur == null) {
            valeurs.remove(champ);
        } else {
            valeurs.put(champ, valeur);
        }
        return this;
    }

    /** All values by field, as a copy. */
    Map<String, Object> parChamp() {
        return new TreeMap<>(valeurs);
    }

    /** One row; absent fields are left out. */
    record Rangee(Map<String, String> champs) {

        static Rangee de(Map<String, String> valeurs) {
            Map<String, String> pleines = new LinkedHashMap<>();
            valeurs.forEach((champ, valeur) -> {
                if (valeur != null && !valeur.isBlank()) {
                    pleines.put(champ, valeur);
                }
            });
            return new Rangee(Map.copyOf(pleines));
        }
    }
}
