package fr.jalon.importation.annuaire;

import fr.jalon.annuaire.Nomenclature;
import fr.jalon.commun.Langues;
import fr.jalon.commun.Textes;
import fr.jalon.importation.MessageLigne;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Codes written as such or in their French words, and what a row changes. */
final class Lecture {

    private Lecture() {}

    /** The code of a text that is the code itself or its words; the text when it is neither: the module refuses it. */
    static <T> String code(String texte, List<T> connus, Function<T, String> code, Function<T, String> mots) {
        if (texte == null) {
            return null;
        }
        String cherche = Textes.recherche(texte);
        return connus.stream()
                .filter(c -> Textes.recherche(code.apply(c)).equals(cherche)
                        || Textes.recherche(mots.apply(c)).equals(cherche))
                .map(code)
                .findFirst()
                .orElse(texte);
    }

    static List<String> langues(List<String> textes, Nomenclature nomenclature) {
        return textes.stream().map(Langues::code).toList();
    }

    /** "Sera mis à jour : titre, conditions." */
    static List<MessageLigne> annonce(List<String> champs) {
        return List.of(MessageLigne.information("Sera mis à jour : " + String.join(", ", champs) + "."));
    }

    /** French names of the columns whose words differ. */
    static List<String> differences(Map<String, String> avant, Map<String, String> apres) {
        List<String> champs = new ArrayList<>();
        ColonnesAnnuaire.TOUTES.forEach(colonne -> {
            String a = avant.getOrDefault(colonne.nom(), "");
            String b = apres.getOrDefault(colonne.nom(), "");
            if (!a.equals(b)) {
                champs.add(colonne.libelle().toLowerCase(java.util.Locale.FRENCH));
            }
        });
        return champs;
    }

    static String contenu(Map<String, String> valeurs) {
        return valeurs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("\n"));
    }
}
