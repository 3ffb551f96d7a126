package fr.jalon.rsa;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the CAF decided (CASF L262-13: by delegation of the president of the Département).
 *
 * @param montant monthly amount in euros, null for a rejection
 * @param motif its reason, needed for a rejection
 */
public record DecisionCaf(Sens sens, LocalDate date, BigDecimal montant, String motif) {

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
