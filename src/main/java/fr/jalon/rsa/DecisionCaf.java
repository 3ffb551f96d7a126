package fr.jalon.rsa;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the CAF decided (CASF L262-13: by delegation of the president of the Département). The reasons are the CAF's own.
 *
 * @param date day of its act
 * @param reference of its act, null when it is not known
 * @param montant monthly amount in euros, null for a rejection
 * @param dateEffet first day of the right as the CAF wrote it, null when it is not known or for a rejection
 * @param motifs codes of the table {@code motifs-caf}; none for an agreement
 * @param precision its own words beside the codes, or null
 */
public record DecisionCaf(
        Sens sens,
        LocalDate date,
        String reference,
        BigDecimal montant,
        LocalDate dateEffet,
        List<String> motifs,
        String precision) {

    public DecisionCaf {
        motifs = motifs == null ? List.of() : List.copyOf(motifs);
    }

    public static DecisionCaf accord(LocalDate date, String reference, BigDecimal montant) {
        return new DecisionCaf(Sens.ACCORD, date, reference, montant, null, List.of(), null);
    }

    public static DecisionCaf rejet(LocalDate date, String reference, List<String> motifs, String precision) {
        return new DecisionCaf(Sens.REJET, date, reference, null, null, motifs, precision);
    }

    /** The same with the first day of the right that the CAF wrote. */
    public DecisionCaf aPartirDu(LocalDate jour) {
        return new DecisionCaf(sens, date, reference, montant, jour, motifs, precision);
    }

    /** Way of the decision. */
    public enum Sens {
        ACCORD("Accord"),
        REJET("Rejet");

        private final String libelle;

        Sens(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }
}
