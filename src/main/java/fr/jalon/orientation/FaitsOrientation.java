package fr.jalon.orientation;

import fr.jalon.usager.Naissance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final Naissance.Age age;

    private FaitsOrientation(Map<String, Object> entrees, List<String> manquants, Naissance.Age age) {
        this.entrees = entrees;
        this.manquants = manquants;
        this.age = age;
    }

    /**
     * The facts with the youngest age that the person may have; {@link #plusAge} gives those with the oldest.
     *
     * @param situation the answers by field name
     */
    static FaitsOrientation de(Map<String, Object> situation, Naissance.Age age) {
        Map<String, Object> entrees = new HashMap<>();
        List<String> manquants = new ArrayList<>();
        entrees.put("age", age.min());
        QUESTIONS.forEach((champ, mots) -> {
            Object valeur = lire(situation.get(champ));
            entrees.put(champ, valeur);
            if (valeur == null) {
                manquants.add(mots);
            }
        });
        return new FaitsOrientation(entrees, List.copyOf(manquants), age);
    }

    /** The same with the oldest age that the person may have; empty when the age is known. */
    Optional<FaitsOrientation> plusAge() {
        if (age.connu()) {
            return Optional.empty();
        }
        Map<String, Object> autres = new HashMap<>(entrees);
        autres.put("age", age.max());
        return Optional.of(new FaitsOrientation(autres, manquants, new Naissance.Age(age.max(), age.max())));
    }

    /** The same, once the age is found to change what the tables say: it is then to ask, like any other fact. */
    FaitsOrientation ageADemander() {
        List<String> tous = new ArrayList<>(manquants);
        tous.add(0, "sa date de naissance complète (" + age.mots() + ")");
        return new FaitsOrientation(entrees, List.copyOf(tous), age);
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
