package fr.jalon.atelier.rejeu;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Facts kept as JSON, given back the types that the tables read: a text of the shape of a day is a day. */
public final class FaitsPasses {

    private static final Pattern JOUR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private FaitsPasses() {}

    /** Same facts; lists and maps are read through. */
    public static Map<String, Object> types(Map<String, Object> faits) {
        Map<String, Object> types = new HashMap<>();
        faits.forEach((nom, valeur) -> types.put(nom, type(valeur)));
        return types;
    }

    private static Object type(Object valeur) {
        if (valeur instanceof String texte && JOUR.matcher(texte).matches()) {
            return jour(texte);
        }
        if (valeur instanceof List<?> liste) {
            return liste.stream().map(FaitsPasses::type).toList();
        }
        if (valeur instanceof Map<?, ?> objet) {
            Map<String, Object> types = new HashMap<>();
            objet.forEach((nom, v) -> types.put(String.valueOf(nom), type(v)));
            return types;
        }
        return valeur;
    }

    private static Object jour(String texte) {
        try {
            return LocalDate.parse(texte);
        } catch (DateTimeException e) {
            return texte;
        }
    }
}
