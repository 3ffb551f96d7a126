package fr.jalon.importation.personne;

import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.lecture.LectureRangee;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a row. A single cell often holds both, as on the papers: "LEROY ÉPOUSE MARTIN", "Martin (née Leroy)"; they are then read apart,
 * and the row says so.
 *
 * @param usage the name used; null when the cell is empty
 * @param naissance the birth name, null when it is not told
 * @param separes one cell held both
 */
record DeuxNoms(String usage, String naissance, boolean separes) {

    private static final Pattern EPOUSE = Pattern.compile(
            "(?iu)(\\p{L}.*?)[\\s,]+\\(?(?:[ée]pouse|[ée]pse|[ée]p\\.?|veuve|vve)\\s+(\\p{L}[^()]*?)\\)?");
    private static final Pattern NEE =
            Pattern.compile("(?iu)(\\p{L}.*?)[\\s,]+\\(?(?:née?|nee)\\s+(\\p{L}[^()]*?)\\)?");

    /** Reads them; an empty name is a fault of its column. */
    static DeuxNoms lire(LectureRangee rangee) {
        String nom = rangee.exiger(ColonnesPersonne.NOM);
        String naissance = rangee.texte(ColonnesPersonne.NOM_NAISSANCE);
        Matcher epouse = EPOUSE.matcher(nom == null ? "" : nom);
        if (naissance == null && epouse.matches()) {
            return new DeuxNoms(epouse.group(2), epouse.group(1), true);
        }
        Matcher nee = NEE.matcher(nom == null ? "" : nom);
        if (naissance == null && nee.matches()) {
            return new DeuxNoms(nee.group(1), nee.group(2), true);
        }
        return new DeuxNoms(nom, naissance, false);
    }

    List<MessageLigne> remarques() {
        return separes
                ? List.of(MessageLigne.information(
                        ColonnesPersonne.NOM,
                        "Deux noms dans cette case : nom d'usage « " + usage + " », nom de naissance « " + naissance
                                + " »."))
                : List.of();
    }
}
