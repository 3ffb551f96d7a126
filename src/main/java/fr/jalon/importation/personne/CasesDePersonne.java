package fr.jalon.importation.personne;

import fr.jalon.commun.Langues;
import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.usager.Telephones;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells of a person that people write in several ways. */
final class CasesDePersonne {

    private static final Map<String, String> CIVILITES = Map.ofEntries(
            Map.entry("MME", "MME"),
            Map.entry("MADAME", "MME"),
            Map.entry("MLLE", "MME"),
            Map.entry("MELLE", "MME"),
            Map.entry("MADEMOISELLE", "MME"),
            Map.entry("F", "MME"),
            Map.entry("FEMME", "MME"),
            Map.entry("FEMININ", "MME"),
            Map.entry("M", "M"),
            Map.entry("MR", "M"),
            Map.entry("MONSIEUR", "M"),
            Map.entry("H", "M"),
            Map.entry("HOMME", "M"),
            Map.entry("MASCULIN", "M"),
            Map.entry("MX", "NEUTRE"),
            Map.entry("NEUTRE", "NEUTRE"));

    /** An e-mail among names, several of them, or what a mail program puts around it. */
    private static final Pattern COURRIEL = Pattern.compile("[^@\\s<>;,/:()]+@[^@\\s<>;,/()]+\\.[^@\\s.<>;,/()]+");

    private CasesDePersonne() {}

    static String civilite(LectureRangee rangee) {
        String lue = rangee.exiger(ColonnesPersonne.CIVILITE);
        return lue == null ? null : CIVILITES.getOrDefault(LectureRangee.enCode(lue), lue);
    }

    /** The first e-mail of the cell; a cell without any is kept as it is, to be refused. */
    static String courriel(LectureRangee rangee) {
        String lu = rangee.texte(ColonnesPersonne.COURRIEL);
        Matcher premier = COURRIEL.matcher(lu == null ? "" : lu);
        return premier.find() ? premier.group() : lu;
    }

    /**
     * The numbers of the cell; a number that lost its first zero in a spreadsheet gets it back, and one that nobody can dial does not take
     * the others with it: the row says both. When none can be dialled they are all kept, to be refused.
     */
    static List<String> telephones(LectureRangee rangee) {
        List<String> tous = Telephones.separer(rangee.texte(ColonnesPersonne.TELEPHONE)).stream()
                .map(n -> Telephones.remede(n).orElse(n))
                .toList();
        List<String> bons =
                tous.stream().filter(n -> Telephones.faute(n).isEmpty()).toList();
        return bons.isEmpty() ? tous : bons;
    }

    /** "Q 4", "q4" and "4" are the same quartier. */
    static String quartier(LectureRangee rangee) {
        String lu = rangee.texte(ColonnesPersonne.QUARTIER);
        if (lu == null) {
            return null;
        }
        String serre = lu.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        return serre.matches("\\d{1,2}") ? "Q" + serre : serre;
    }

    static String langue(LectureRangee rangee) {
        String lue = rangee.texte(ColonnesPersonne.LANGUE);
        return lue == null ? null : Langues.code(lue);
    }
}
