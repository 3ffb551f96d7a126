package fr.jalon.dispositif;

/**
 * A typed variable of a path. Variables hold ids, flags, dates and short codes, never free text, personal data or
 * objects: the engine keeps their history.
 *
 * @param nom camelCase name, the same in the BPMN file
 * @param type String, Boolean, Integer, Long or java.util.Date
 */
public record VariableParcours<T>(String nom, Class<T> type) {

    /** Longest text that a variable may hold. */
    public static final int LONGUEUR_MAX = 64;

    public static VariableParcours<String> code(String nom) {
        return new VariableParcours<>(nom, String.class);
    }

    public static VariableParcours<Boolean> indicateur(String nom) {
        return new VariableParcours<>(nom, Boolean.class);
    }

    public static VariableParcours<java.util.Date> date(String nom) {
        return new VariableParcours<>(nom, java.util.Date.class);
    }

    public static VariableParcours<Integer> nombre(String nom) {
        return new VariableParcours<>(nom, Integer.class);
    }

    /**
     * Reads a raw value as this variable's type.
     *
     * @throws IllegalStateException when the value has another type
     */
    public T lire(Object valeur) {
        if (valeur != null && !type.isInstance(valeur)) {
            throw new IllegalStateException("variable " + nom + " : "
                    + valeur.getClass().getSimpleName() + " au lieu de " + type.getSimpleName());
        }
        return type.cast(valeur);
    }
}
