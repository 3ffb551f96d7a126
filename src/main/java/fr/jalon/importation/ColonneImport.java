package fr.jalon.importation;

import java.util.List;

/**
 * A column that a kind of import reads. A header matches whatever its accents, its case, its punctuation and its place.
 *
 * @param nom name in the template, for example {@code date_naissance}
 * @param libelle French name, which a header may use too
 * @param autres other headers that mean the same
 * @param aide what to write there, in one French sentence
 * @param exemple value of an invented row
 * @param decisive a wrong cell stops the row although an empty one would not, because leaving it out would say something
 *     else: nobody lives in the foyer, nothing was earned. A wrong cell of any other optional column is told and left out
 * @param groupe title under which the screen explains it; null when another column explains it already
 */
public record ColonneImport(
        String nom,
        String libelle,
        List<String> autres,
        boolean obligatoire,
        String aide,
        String exemple,
        String groupe,
        boolean decisive) {

    /** Column in which a human answers when a row may speak of a known person. */
    public static final String MEME_PERSONNE = "meme_personne";

    public ColonneImport {
        autres = List.copyOf(autres);
    }

    public static ColonneImport obligatoire(String nom, String libelle, String aide, String exemple, String... autres) {
        return new ColonneImport(nom, libelle, List.of(autres), true, aide, exemple, "Colonnes", true);
    }

    public static ColonneImport facultative(String nom, String libelle, String aide, String exemple, String... autres) {
        return new ColonneImport(nom, libelle, List.of(autres), false, aide, exemple, "Colonnes", false);
    }

    /** The same column, explained under a title. */
    public ColonneImport sous(String titre) {
        return new ColonneImport(nom, libelle, autres, obligatoire, aide, exemple, titre, decisive);
    }

    /** The same optional column, where a wrong cell must be mended. */
    public ColonneImport siRemplieJuste() {
        return new ColonneImport(nom, libelle, autres, obligatoire, aide, exemple, groupe, true);
    }
}
