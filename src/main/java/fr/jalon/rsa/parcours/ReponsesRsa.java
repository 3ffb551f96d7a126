package fr.jalon.rsa.parcours;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.rsa.DecisionCaf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** The answers of the forms of the RSA as what they say; those that a person is still typing may be missing. */
final class ReponsesRsa {

    private ReponsesRsa() {}

    static List<String> codes(Map<String, Object> donnees, String champ) {
        return donnees.get(champ) instanceof List<?> liste
                ? liste.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** @throws SaisieInvalide when the way or the date is missing */
    static DecisionCaf decisionCaf(Map<String, Object> donnees) {
        String reference = texte(donnees, "reference");
        LocalDate jour = date(donnees, "date");
        return "ACCORD".equals(texte(donnees, "decision"))
                ? DecisionCaf.accord(jour, reference, montant(donnees))
                        .aPartirDu(texte(donnees, "dateEffet") == null ? null : date(donnees, "dateEffet"))
                : DecisionCaf.rejet(jour, reference, codes(donnees, "motifs"), texte(donnees, "precision"));
    }

    static String texte(Map<String, Object> donnees, String champ) {
        Object valeur = donnees.get(champ);
        return valeur == null || valeur.toString().isBlank()
                ? null
                : valeur.toString().strip();
    }

    /** @throws SaisieInvalide on the field when it is missing or is no date */
    static LocalDate date(Map<String, Object> donnees, String champ) {
        try {
            return LocalDate.parse(String.valueOf(donnees.get(champ)));
        } catch (DateTimeParseException e) {
            throw new SaisieInvalide(champ, "Indiquez une date, par exemple 31/05/2026.");
        }
    }

    private static BigDecimal montant(Map<String, Object> donnees) {
        String texte = texte(donnees, "montant");
        try {
            return texte == null ? null : new BigDecimal(texte.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new SaisieInvalide("montant", "Écrivez un nombre, par exemple 350,00.");
        }
    }
}
