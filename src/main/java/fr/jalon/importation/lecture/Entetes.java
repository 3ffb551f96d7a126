package fr.jalon.importation.lecture;

import fr.jalon.commun.Textes;
import fr.jalon.importation.ColonneImport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recognises the headers of a file and turns its rows into values by column. */
public final class Entetes {

    private final Map<Integer, String> colonneParRang = new LinkedHashMap<>();
    private final List<String> ignorees = new ArrayList<>();

    /**
     * Reads a header row.
     *
     * @throws fr.jalon.commun.SaisieInvalide when a needed column is absent or a column stands twice
     */
    public Entetes(List<String> cellules, List<ColonneImport> colonnes) {
        Map<String, String> connues = new HashMap<>();
        for (ColonneImport colonne : colonnes) {
            connues.put(forme(colonne.nom()), colonne.nom());
            connues.putIfAbsent(forme(colonne.libelle()), colonne.nom());
            colonne.autres().forEach(autre -> connues.putIfAbsent(forme(autre), colonne.nom()));
        }
        for (int i = 0; i < cellules.size(); i++) {
            String colonne = connues.get(forme(cellules.get(i)));
            if (colonne == null) {
                if (!cellules.get(i).isBlank()) {
                    ignorees.add(cellules.get(i).strip());
                }
            } else if (colonneParRang.containsValue(colonne)) {
                throw LecteurTableau.illisible(
                        "La colonne « " + colonne + " » est deux fois dans le fichier." + " Gardez-en une seule.");
            } else {
                colonneParRang.put(i, colonne);
            }
        }
        refuserSiIncompletes(colonnes);
    }

    private void refuserSiIncompletes(List<ColonneImport> colonnes) {
        List<String> absentes = colonnes.stream()
                .filter(ColonneImport::obligatoire)
                .map(ColonneImport::nom)
                .filter(nom -> !colonneParRang.containsValue(nom))
                .toList();
        if (!absentes.isEmpty()) {
            throw LecteurTableau.illisible(
                    (absentes.size() == 1 ? "Il manque la colonne : " : "Il manque les colonnes : ")
                            + String.join(", ", absentes)
                            + ". La première ligne du fichier doit porter les titres du modèle.");
        }
    }

    /** Headers that no column knows: their cells are not read. */
    public List<String> ignorees() {
        return List.copyOf(ignorees);
    }

    /** The values that are not empty, by name of column. */
    public Map<String, String> valeurs(List<String> cellules) {
        Map<String, String> valeurs = new LinkedHashMap<>();
        colonneParRang.forEach((rang, colonne) -> {
            String valeur =
                    rang < cellules.size() ? Textes.ouNull(cellules.get(rang).replace('\u00a0', ' ')) : null;
            if (valeur != null) {
                valeurs.put(colonne, valeur);
            }
        });
        return valeurs;
    }

    private static String forme(String entete) {
        return Textes.recherche(entete).replace(" ", "");
    }
}
