package fr.jalon.courrier;

import fr.jalon.commun.Montant;
import fr.jalon.courrier.ValeursCourrier.Rangee;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** What a letter says, kept in the row from its writing to its signature, so that the signed letter says the same. */
final class ValeursGardees {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ValeursGardees() {}

    /** One value: exactly one of these is not null. */
    private record Valeur(
            String texte, List<String> lignes, String date, String montant, List<Map<String, String>> rangees) {}

    static String ecrire(Map<String, Object> valeurs) {
        Map<String, Valeur> gardees = new TreeMap<>();
        valeurs.forEach((champ, valeur) -> gardees.put(champ, valeur(valeur)));
        try {
            return JSON.writeValueAsString(gardees);
        } catch (JacksonException e) {
            throw new IllegalStateException("les valeurs du courrier n'ont pas pu être gardées", e);
        }
    }

    static Map<String, Object> lire(String gardees) {
        try {
            Map<String, Object> valeurs = new TreeMap<>();
            JSON.readValue(gardees, new TypeReference<Map<String, Valeur>>() {})
                    .forEach((champ, valeur) -> valeurs.put(champ, objet(valeur)));
            return valeurs;
        } catch (JacksonException e) {
            throw new IllegalStateException("les valeurs du courrier n'ont pas pu être relues", e);
        }
    }

    private static Valeur valeur(Object valeur) {
        if (valeur instanceof String texte) {
            return new Valeur(texte, null, null, null, null);
        }
        if (valeur instanceof LocalDate date) {
            return new Valeur(null, null, date.toString(), null, null);
        }
        if (valeur instanceof Montant montant) {
            return new Valeur(null, null, null, montant.toString(), null);
        }
        List<?> liste = (List<?>) valeur;
        return !liste.isEmpty() && liste.get(0) instanceof Rangee
                ? new Valeur(
                        null,
                        null,
                        null,
                        null,
                        liste.stream().map(r -> ((Rangee) r).champs()).toList())
                : new Valeur(null, liste.stream().map(Object::toString).toList(), null, null, null);
    }

    private static Object objet(Valeur v) {
        if (v.texte() != null) {
            return v.texte();
        }
        if (v.lignes() != null) {
            return v.lignes();
        }
        if (v.date() != null) {
            return LocalDate.parse(v.date());
        }
        return v.montant() != null
                ? Montant.de(v.montant())
                : v.rangees().stream().map(Rangee::de).toList();
    }
}
