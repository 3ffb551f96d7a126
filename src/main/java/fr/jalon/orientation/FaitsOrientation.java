package fr.jalon.orientation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts that the tables read, made from the answers of the form {@code recueillir-situation}: same names, plus the age.
 * "Not known", "not asked" and an absent answer are the same third value, never a "no": no table counts it, and the screen says
 * that it is still to ask.
 */
final class FaitsOrientation {

    static final String INCONNU = "NSP";

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
            if (valeur == null) {
                manquants.add(mots);
            }
        });
        return new FaitsOrientation(entrees, List.copyOf(manquants));
    }

    Map<String, Object> entrees() {
        return Collections.unmodifiableMap(entrees);
    }

    List<String> manquants() {
        return manquants;
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
        return valeur instanceof Number n ? (Object) n.intValue() : valeur;
    }

    private static Map<String, String> questions() {
        Map<String, String> q = new LinkedHashMap<>();
        q.put("situationEmploi", "sa situation face à l’emploi");
        q.put("repriseProche", "un travail en vue");
        q.put("handicap", "une reconnaissance de handicap");
        q.put("qualification", "son niveau de qualification");
        q.put("projet", "ce que la personne souhaite");
        q.put("seProjette", "si elle se voit travailler bientôt");
        q.put("suiviePar", "qui l’accompagne déjà");
        q.put("recommandation", "ce que recommande un professionnel");
        q.put("volontairePlie", "si elle veut être suivie par le PLIE");
        q.put("hebergement", "son hébergement");
        q.put("enfants", "les enfants à charge");
        q.put("parentIsole", "si elle élève seule ses enfants");
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
