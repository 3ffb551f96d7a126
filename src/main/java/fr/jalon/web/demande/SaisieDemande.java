package fr.jalon.web.demande;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A claim as typed: the fields by name, as text, so that whatever was typed comes back. Groups that repeat are counted by
 * a field of their own: {@code adultes}, {@code enfants}, {@code adultes[0].lignes}, {@code adultes[0].capitaux}.
 */
final class SaisieDemande {

    /** More than any real foyer, so that a forged count costs nothing. */
    private static final int REPETITIONS_MAX = 30;

    private static final Pattern GESTE = Pattern.compile("(ajouter|retirer):([a-z\\[\\]0-9.]+?)(?::(\\d{1,2}))?");

    private final Map<String, String> valeurs;

    SaisieDemande(Map<String, String> valeurs) {
        this.valeurs = new LinkedHashMap<>(valeurs);
    }

    public Map<String, String> valeurs() {
        return valeurs;
    }

    String valeur(String nom) {
        String valeur = valeurs.get(nom);
        return valeur == null || valeur.isBlank() ? null : valeur.strip();
    }

    boolean coche(String nom) {
        return "oui".equals(valeurs.get(nom));
    }

    /** Yes, no, or null when it was not asked. */
    Boolean ouiNon(String nom) {
        return switch (valeurs.getOrDefault(nom, "")) {
            case "oui" -> Boolean.TRUE;
            case "non" -> Boolean.FALSE;
            default -> null;
        };
    }

    void poser(String nom, Object valeur) {
        if (valeur != null) {
            valeurs.put(nom, valeur.toString());
        }
    }

    /** A whole number of the page itself, null when it is missing or is none. */
    Integer entier(String nom) {
        String texte = valeur(nom);
        return texte != null && texte.matches("\\d{1,9}") ? Integer.valueOf(texte) : null;
    }

    /** How many of a group. */
    public int nombre(String groupe) {
        String texte = valeurs.getOrDefault(groupe, "0");
        return texte.matches("\\d{1,2}") ? Math.min(Integer.parseInt(texte), REPETITIONS_MAX) : 0;
    }

    /** Adds or removes one of a group, as the button says: {@code ajouter:enfants} or {@code retirer:enfants:1}. */
    void faire(String geste) {
        Matcher lu = GESTE.matcher(geste);
        if (!lu.matches()) {
            return;
        }
        String groupe = lu.group(2);
        int nombre = nombre(groupe);
        if (lu.group(1).equals("ajouter")) {
            valeurs.put(groupe, Integer.toString(Math.min(nombre + 1, REPETITIONS_MAX)));
        } else if (lu.group(3) != null && Integer.parseInt(lu.group(3)) < nombre) {
            retirer(groupe, Integer.parseInt(lu.group(3)));
            valeurs.put(groupe, Integer.toString(nombre - 1));
        }
    }

    /** The fields of the removed one go, those after it move by one. */
    private void retirer(String groupe, int rang) {
        Pattern membre = Pattern.compile(Pattern.quote(groupe) + "\\[(\\d+)](.*)");
        UnaryOperator<String> nouveau = nom -> {
            Matcher lu = membre.matcher(nom);
            if (!lu.matches()) {
                return nom;
            }
            int place = Integer.parseInt(lu.group(1));
            return place == rang ? null : place < rang ? nom : groupe + "[" + (place - 1) + "]" + lu.group(2);
        };
        Map<String, String> restes = new LinkedHashMap<>();
        valeurs.forEach((nom, valeur) -> {
            String devenu = nouveau.apply(nom);
            if (devenu != null) {
                restes.put(devenu, valeur);
            }
        });
        valeurs.clear();
        valeurs.putAll(restes);
    }
}
