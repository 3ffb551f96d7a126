package fr.jalon.importation.lecture;

import fr.jalon.commun.Textes;
import fr.jalon.importation.ColonneImport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the titles of a file and turns its rows into values by column. */
public final class Entetes {

    /** Blanks that a program puts between the parts of a number or of a date. */
    private static final Pattern BLANCS = Pattern.compile("[\\u00a0\\u2007\\u2009\\u202f\\u3000]");

    /** What databases and programs write for an empty cell; somebody called Null is "Null". */
    private static final Pattern VIDE_D_UN_PROGRAMME =
            Pattern.compile("NULL|null|\\(null\\)|<null>|\\\\N|undefined|NaN|nan");

    private final List<String> titres;
    private final Map<Integer, String> colonneParRang = new LinkedHashMap<>();
    private final List<Integer> inconnus = new ArrayList<>();
    private final List<String> ignorees = new ArrayList<>();
    private final List<String> doubles = new ArrayList<>();
    private final List<String> absentes;

    /** Reads a row of titles; what is wrong with it is asked afterwards. */
    public Entetes(List<String> cellules, ColonnesConnues connues) {
        this.titres = List.copyOf(cellules);
        for (int i = 0; i < cellules.size(); i++) {
            lire(i, cellules.get(i), connues);
        }
        this.absentes = connues.obligatoires().stream()
                .filter(nom -> !colonneParRang.containsValue(nom))
                .toList();
    }

    /** Titles whose columns somebody chose one by one: a place without a column is not read. */
    public static Entetes choisies(List<String> cellules, Map<Integer, String> colonnes, ColonnesConnues connues) {
        Entetes choisies = new Entetes(List.of(), connues);
        return new Entetes(cellules, colonnes, choisies.absentes);
    }

    private Entetes(List<String> cellules, Map<Integer, String> colonnes, List<String> necessaires) {
        this.titres = List.copyOf(cellules);
        for (int i = 0; i < cellules.size(); i++) {
            String colonne = colonnes.getOrDefault(i, ColonnesConnues.PAS_LUE);
            if (!colonne.equals(ColonnesConnues.PAS_LUE)) {
                if (colonneParRang.containsValue(colonne)) {
                    doubles.add(colonne);
                }
                colonneParRang.put(i, colonne);
            } else if (!cellules.get(i).isBlank()) {
                ignorees.add(cellules.get(i).strip());
            }
        }
        this.absentes = necessaires.stream()
                .filter(nom -> !colonneParRang.containsValue(nom))
                .toList();
    }

    private void lire(int rang, String titre, ColonnesConnues connues) {
        if (titre.isBlank()) {
            return;
        }
        Optional<String> colonne = connues.pour(titre);
        if (colonne.isEmpty()) {
            inconnus.add(rang);
            ignorees.add(titre.strip());
        } else if (colonne.get().equals(ColonnesConnues.PAS_LUE)) {
            ignorees.add(titre.strip());
        } else {
            if (colonneParRang.containsValue(colonne.get())) {
                doubles.add(colonne.get());
            }
            colonneParRang.put(rang, colonne.get());
        }
    }

    /**
     * Refuses titles that cannot be worked with.
     *
     * @throws fr.jalon.commun.SaisieInvalide when a needed column is absent or a column stands twice
     */
    public void exiger() {
        if (!doubles.isEmpty()) {
            throw LecteurTableau.illisible(
                    "La colonne « " + doubles.get(0) + " » est deux fois dans le fichier. Gardez-en une seule.");
        }
        if (!absentes.isEmpty()) {
            throw LecteurTableau.illisible(
                    (absentes.size() == 1 ? "Il manque la colonne : " : "Il manque les colonnes : ")
                            + String.join(", ", absentes)
                            + ". La ligne des titres doit porter ceux du modèle.");
        }
    }

    /** Whether every needed column is there, once. */
    public boolean complets() {
        return absentes.isEmpty() && doubles.isEmpty();
    }

    /** Whether a person may mend the titles: one is known to nobody, or two say the same. */
    public boolean aRapprocher() {
        return !inconnus.isEmpty() || !doubles.isEmpty();
    }

    /** How many titles are known: of two rows, the one with more is that of the titles. */
    public int reconnus() {
        return colonneParRang.size();
    }

    /** The titles as they are written, blanks among them. */
    public List<String> titres() {
        return titres;
    }

    /** The column of each title that has one, by its place. */
    public Map<Integer, String> colonnes() {
        return Map.copyOf(colonneParRang);
    }

    /** Titles that no column knows: their cells are not read. */
    public List<String> ignorees() {
        return List.copyOf(ignorees);
    }

    /** The values that are not empty, by name of column. */
    public Map<String, String> valeurs(List<String> cellules) {
        Map<String, String> valeurs = new LinkedHashMap<>();
        colonneParRang.forEach((rang, colonne) -> {
            String valeur = rang < cellules.size()
                    ? Textes.ouNull(BLANCS.matcher(cellules.get(rang)).replaceAll(" "))
                    : null;
            if (valeur != null && !VIDE_D_UN_PROGRAMME.matcher(valeur).matches()) {
                valeurs.put(colonne, valeur);
            }
        });
        return valeurs;
    }

    /** What makes two titles the same: accents, case, blanks and punctuation do not count. */
    public static String forme(String titre) {
        return Textes.recherche(titre).replace(" ", "");
    }

    /** The names of the columns that a list holds, needed ones alone. */
    static List<String> obligatoires(List<ColonneImport> colonnes) {
        return colonnes.stream()
                .filter(ColonneImport::obligatoire)
                .map(ColonneImport::nom)
                .toList();
    }
}
