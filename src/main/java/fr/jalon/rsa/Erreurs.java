package fr.jalon.rsa;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the faults of an input, each with the path of its field. The bounds are technical: no legal figure here. */
class Erreurs {

    private static final BigDecimal PLAFOND = new BigDecimal("9999999.99");
    private static final int DECIMALES = 2;
    private static final int LONGUEUR_CODE = 60;
    private static final Pattern MOIS = Pattern.compile("\\d{4}-\\d{2}");
    private static final int PREMIERE_ANNEE = 2000;
    private static final int DERNIERE_ANNEE = 2100;

    private final List<ErreurChamp> liste = new ArrayList<>();

    void ajouter(String champ, String message) {
        liste.add(new ErreurChamp(champ, message));
    }

    /** An amount in euros that may be absent. */
    void montant(String champ, BigDecimal valeur) {
        if (valeur != null) {
            nombre(champ, valeur, PLAFOND, "Indiquez un montant en euros entre 0 et 9 999 999,99.");
            if (!trop(valeur) && decimales(valeur) > DECIMALES) {
                ajouter(champ, "Indiquez un montant avec deux chiffres au plus après la virgule.");
            }
        }
    }

    /** An amount in euros that must be there. */
    void montantObligatoire(String champ, BigDecimal valeur) {
        if (valeur == null) {
            ajouter(champ, "Indiquez le montant en euros.");
        }
        montant(champ, valeur);
    }

    /** A number between 0 and a bound, that may be absent. */
    void nombre(String champ, BigDecimal valeur, BigDecimal maximum, String message) {
        if (valeur != null && (valeur.signum() < 0 || valeur.compareTo(maximum) > 0)) {
            ajouter(champ, message);
        }
    }

    /** A whole number between 0 and a bound, that may be absent. */
    void entier(String champ, Integer valeur, int maximum, String message) {
        if (valeur != null && (valeur < 0 || valeur > maximum)) {
            ajouter(champ, message);
        }
    }

    /** A month that must be there, written {@code 2026-05}. */
    void mois(String champ, String valeur) {
        if (valeur == null || valeur.isBlank()) {
            ajouter(champ, "Indiquez le mois, par exemple 2026-05.");
        } else if (!estUnMois(valeur)) {
            ajouter(champ, "Ce mois n'existe pas. Écrivez l'année puis le mois, par exemple 2026-05.");
        }
    }

    /** A day written {@code 2026-05-31}, neither before 1900 nor after 2100. */
    void jour(String champ, String valeur) {
        try {
            int annee = LocalDate.parse(valeur).getYear();
            if (annee >= PREMIERE_ANNEE && annee <= DERNIERE_ANNEE) {
                return;
            }
        } catch (DateTimeException e) {
            // told below
        }
        ajouter(champ, "Ce jour n'existe pas. Écrivez l'année, le mois et le jour, par exemple 2026-05-31.");
    }

    /** A whole object that must be there. */
    boolean present(String champ, Object valeur) {
        if (valeur == null) {
            ajouter(champ, "Cet élément est vide : complétez-le ou supprimez-le.");
        }
        return valeur != null;
    }

    /** @throws SaisieInvalide when a fault was collected */
    void leverSiPresentes() {
        if (!liste.isEmpty()) {
            throw new SaisieInvalide(liste);
        }
    }

    /** A code of a reasonable length: longer ones are not even looked for. */
    static boolean court(String code) {
        return code.length() <= LONGUEUR_CODE;
    }

    private static boolean trop(BigDecimal valeur) {
        return valeur.signum() < 0 || valeur.compareTo(PLAFOND) > 0;
    }

    private static int decimales(BigDecimal valeur) {
        return valeur.signum() == 0 ? 0 : valeur.stripTrailingZeros().scale();
    }

    private static boolean estUnMois(String valeur) {
        if (!MOIS.matcher(valeur).matches()) {
            return false;
        }
        try {
            int annee = YearMonth.parse(valeur).getYear();
            return annee >= PREMIERE_ANNEE && annee <= DERNIERE_ANNEE;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
