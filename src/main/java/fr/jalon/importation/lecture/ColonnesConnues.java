package fr.jalon.importation.lecture;

import fr.jalon.importation.ColonneImport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the titles of a kind of file may mean: its columns, those that a title alone can name (a month), and what was said by hand. */
public final class ColonnesConnues {

    /** A title that is not to be read. */
    public static final String PAS_LUE = "";

    private final List<String> obligatoires;
    private final Map<String, String> parForme = new HashMap<>();
    private final Function<String, Optional<ColonneImport>> parTitre;
    private final Map<String, String> aLaMain;

    /**
     * @param parTitre the column that a title names and that no list holds in advance
     * @param aLaMain column by {@link Entetes#forme} of a title, {@link #PAS_LUE} when it is not to be read; it wins
     */
    public ColonnesConnues(
            List<ColonneImport> colonnes,
            Function<String, Optional<ColonneImport>> parTitre,
            Map<String, String> aLaMain) {
        this.obligatoires = Entetes.obligatoires(colonnes);
        this.parTitre = parTitre;
        this.aLaMain = Map.copyOf(aLaMain);
        colonnes.forEach(colonne -> parForme.put(Entetes.forme(colonne.nom()), colonne.nom()));
        colonnes.forEach(colonne -> parForme.putIfAbsent(Entetes.forme(colonne.libelle()), colonne.nom()));
        colonnes.forEach(colonne ->
                colonne.autres().forEach(autre -> parForme.putIfAbsent(Entetes.forme(autre), colonne.nom())));
    }

    /** The column that a title means, {@link #PAS_LUE} when somebody left it aside; empty when nobody knows. */
    Optional<String> pour(String titre) {
        String forme = Entetes.forme(titre);
        if (forme.isEmpty()) {
            return Optional.of(PAS_LUE);
        }
        String connue = aLaMain.getOrDefault(forme, parForme.get(forme));
        return connue != null ? Optional.of(connue) : parTitre.apply(titre).map(ColonneImport::nom);
    }

    List<String> obligatoires() {
        return obligatoires;
    }
}
