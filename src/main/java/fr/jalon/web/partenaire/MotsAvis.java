package fr.jalon.web.partenaire;

import fr.jalon.prescription.AvisPartenaires.Moyenne;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** The persons' opinion in words: means out of 4, never below the number of answers of the table. */
public final class MotsAvis {

    private MotsAvis() {}

    /** "Accueil 3,4 sur 4, utilité 3,1 sur 4 (12 avis)"; null when there are too few answers. */
    public static String enUneLigne(Moyenne m) {
        return m == null
                ? null
                : "Accueil " + note(m.accueil()) + " sur 4, utilité " + note(m.utilite()) + " sur 4 (" + m.nombre()
                        + " avis)";
    }

    private static String note(double valeur) {
        return new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.FRENCH)).format(valeur);
    }
}
