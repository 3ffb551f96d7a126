package fr.jalon.atelier;

import java.util.Map;

/**
 * What a person typed to change a dated table.
 *
 * @param le first day of the new values, as typed
 * @param empreinte digest of the table that the form was made of
 * @param source where the values come from
 * @param certitude code of the certainty, null when the table has no such column
 * @param valeurs typed values, by name of field ({@link #champ})
 */
public record SaisieDatee(String le, String empreinte, String source, String certitude, Map<String, String> valeurs) {

    public SaisieDatee {
        valeurs = Map.copyOf(valeurs);
    }

    /** Name of the field of a value. */
    public static String champ(String rangee, int colonne) {
        return "v-" + rangee + "-" + colonne;
    }
}
