package fr.jalon.courrier;

import fr.jalon.commun.Textes;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of a batch: by postcode, town, then name and address, so that letters to the same person follow each other and go into one
 * envelope; then by number. It rests on what is printed alone, so it is the same at each printing.
 */
final class OrdreDesEnveloppes {

    private static final Pattern CODE_POSTAL = Pattern.compile("(?m)^\\s*(\\d{5})\\b\\s*(.*)$");

    static final Comparator<CourrierVue> ORDRE = Comparator.comparing((CourrierVue c) -> ville(c.destinataire()))
            .thenComparing(c -> Textes.recherche(c.destinataire()))
            .thenComparing(CourrierVue::numero);

    private OrdreDesEnveloppes() {}

    /** Postcode and town of the last line that has one; addresses without any come last. */
    private static String ville(String destinataire) {
        String trouvee = "~";
        Matcher lignes = CODE_POSTAL.matcher(destinataire);
        while (lignes.find()) {
            trouvee = lignes.group(1) + " " + Textes.recherche(lignes.group(2));
        }
        return trouvee;
    }
}
