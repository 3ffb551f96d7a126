package fr.jalon.orientation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts that the tables read, made from the answers of the form {@code recueillir-situation}: same names, plus the age
 * and the number of strong obstacles. "Not known" and an absent answer are the same: the table does not count them, and the
 * screen says that they are missing.
 */
final class FaitsOrientation {

    static final String INCONNU = "NSP";
    private static final String FORT = "FORT";
    private static final String INSCRIPTION = "inscription";

    /** Questions whose answer can change the proposal, in the order of the form, with the words of the screen. */
    private static final Map<String, String> QUESTIONS = questions();

    private final Map<String, Object> entrees;
    private final List<String> manquants;

    private FaitsOrientation(Map<String, Object> entrees, List<String> manquants) {
        this.entrees = entrees;
        this.manquants = manquants;
    }

    /** @param situation the answers by field name */
    static FaitsOrientation de(Map<String, Object> situation, int age) {
        Map<String, Object> entrees = new HashMap<>();
        List<String> manquants = new ArrayList<>();
        entrees.put("age", age);
        QUESTIONS.forEach((champ, mots) -> {
            Object valeur = lire(situation.get(champ));
            entrees.put(champ, valeur);
            if (valeur == null && sePose(champ, entrees)) {
                manquants.add(mots);
            }
        });
        Object enfants = situation.get("enfants");
        entrees.put("enfants", enfants instanceof Number n ? n.intValue() : 0);
        entrees.put("parentIsole", Boolean.TRUE.equals(situation.get("parentIsole")));
        entrees.put("volontairePlie", Boolean.TRUE.equals(situation.get("volontairePlie")));
        entrees.put("freinsForts", (int) QUESTIONS.keySet().stream()
                .filter(q -> FORT.equals(entrees.get(q)))
                .count());
        return new FaitsOrientation(entrees, List.copyOf(manquants));
    }

    Map<String, Object> entrees() {
        return Collections.unmodifiableMap(entrees);
    }

    List<String> manquants() {
        return manquants;
    }

    /** The form asks since when only of those who are registered. */
    private static boolean sePose(String champ, Map<String, Object> entrees) {
        return !INSCRIPTION.equals(champ) || Boolean.TRUE.equals(entrees.get("inscrit"));
    }

    private static Object lire(Object valeur) {
        if (valeur instanceof String texte) {
            return switch (texte) {
                case "", INCONNU -> null;
                case "OUI" -> true;
                case "NON" -> false;
                default -> texte;
            };
        }
        return valeur;
    }

    private static Map<String, String> questions() {
        Map<String, String> q = new LinkedHashMap<>();
        q.put("situationEmploi", "sa situation face à l’emploi");
        q.put("inscrit", "son inscription à France Travail");
        q.put(INSCRIPTION, "depuis quand elle est inscrite");
        q.put("repriseProche", "un travail en vue");
        q.put("handicap", "une reconnaissance de handicap");
        q.put("qualification", "son niveau de qualification");
        q.put("projet", "ce que la personne souhaite");
        q.put("suiviePar", "qui l’accompagne déjà");
        q.put("recommandation", "ce que recommande un professionnel");
        q.put("hebergement", "son hébergement");
        q.put("majoration", "une majoration du RSA");
        q.put("droitEnAttente", "une pension ou une AAH en attente");
        q.put("freinSante", "la santé");
        q.put("freinLogement", "le logement");
        q.put("freinMobilite", "la mobilité");
        q.put("freinGarde", "la garde d’enfants");
        q.put("freinLangue", "la langue française");
        q.put("freinNumerique", "le numérique");
        q.put("freinAidant", "un proche à aider");
        q.put("freinAutre", "une autre difficulté");
        return Collections.unmodifiableMap(q);
    }
}
