package fr.jalon.dispositif;

import java.util.LinkedHashMap;
import java.util.Map;

/** Variables that a step sets, checked one by one: right type, short codes only. */
public final class Variables {

    private final Map<String, Object> valeurs = new LinkedHashMap<>();

    private Variables() {}

    public static Variables aucune() {
        return new Variables();
    }

    /**
     * Adds a variable.
     *
     * @throws IllegalArgumentException when a text is too long to be a code
     */
    public <T> Variables avec(VariableParcours<T> variable, T valeur) {
        if (valeur instanceof String texte && texte.length() > VariableParcours.LONGUEUR_MAX) {
            throw new IllegalArgumentException("la variable " + variable.nom() + " n'est pas un code court");
        }
        valeurs.put(variable.nom(), valeur);
        return this;
    }

    public Map<String, Object> valeurs() {
        return valeurs;
    }
}
