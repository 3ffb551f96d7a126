package fr.jalon.budget;

import fr.jalon.commun.LignesCsv;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Where an order is counted: chapter, nature and function of the nomenclature, from {@code budget/imputations.csv}.
 *
 * @param libelle in words
 */
public record Imputation(String chapitre, String nature, String fonction, String libelle) {

    private static final List<CSVRecord> LIGNES = LignesCsv.de("budget/imputations.csv");

    /** Of an envelope, whose id is its code, a dash and the year; else the row for all others. */
    public static Imputation de(String enveloppe) {
        String code = enveloppe.replaceFirst("-\\d{4}$", "");
        return LIGNES.stream()
                .filter(l ->
                        l.get("enveloppe").equals(code) || l.get("enveloppe").equals("*"))
                .findFirst()
                .map(l -> new Imputation(l.get("chapitre"), l.get("nature"), l.get("fonction"), l.get("libelle")))
                .orElseThrow(() -> new IllegalStateException("No row for all other envelopes in imputations.csv"));
    }
}
