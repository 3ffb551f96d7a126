package fr.jalon.importation.rsa;

import fr.jalon.commun.Textes;
import fr.jalon.importation.lecture.LectureRangee;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The column of a resource for a month that its title names: "ressource1_juillet_2026", "Ressource 1 : juillet 2026" or
 * "ressource1_2026-07". Which months a claim needs depends on the month of its receipt (CASF, R262-7), so no list holds them.
 *
 * @param rang number of the resource, from 1
 */
record MoisDeRessource(int rang, YearMonth mois) {

    private static final DateTimeFormatter EN_LETTRES = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final Pattern TITRE =
            Pattern.compile("ressource ?([1-9]) (?:(\\p{L}{3,9}) (\\d{4})|(\\d{4}) (\\d{1,2})|(\\d{1,2}) (\\d{4}))");

    /** What a title names; empty when it names no month of a resource. */
    static Optional<MoisDeRessource> lire(String titre) {
        Matcher lu = TITRE.matcher(Textes.recherche(titre));
        if (!lu.matches() || Integer.parseInt(lu.group(1)) > ColonnesDemandeRsa.RESSOURCES) {
            return Optional.empty();
        }
        String annee = lu.group(3) != null ? lu.group(3) : lu.group(4) != null ? lu.group(4) : lu.group(7);
        OptionalInt mois = lu.group(2) != null
                ? LectureRangee.mois(lu.group(2))
                : OptionalInt.of(Integer.parseInt(lu.group(5) != null ? lu.group(5) : lu.group(6)));
        try {
            return mois.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MoisDeRessource(
                            Integer.parseInt(lu.group(1)), YearMonth.of(Integer.parseInt(annee), mois.getAsInt())));
        } catch (DateTimeException e) {
            // There is no month 13: the title stays unknown
            return Optional.empty();
        }
    }

    /** Name of the column: {@code ressource1_juillet_2026}. */
    String colonne() {
        return ColonnesDemandeRsa.ressource(rang, sansAccents(enLettres(mois)).replace(' ', '_'));
    }

    /** "juillet 2026". */
    static String enLettres(YearMonth mois) {
        return EN_LETTRES.format(mois);
    }

    private static String sansAccents(String texte) {
        return Normalizer.normalize(texte, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
