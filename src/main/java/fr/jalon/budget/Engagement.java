package fr.jalon.budget;

/**
 * A commitment as it stands.
 *
 * @param aQui null when the aid does not say who is paid
 * @param siret of the body to pay, or null
 * @param ibanEmpreinte keyed digest of the account to pay, or null
 */
record Engagement(
        String numero,
        String enveloppe,
        String source,
        AQui.Nature aQui,
        String siret,
        String ibanEmpreinte,
        String decidePar,
        Etat etat) {

    /** What may still be done with it. */
    enum Etat {
        OUVERT(""),
        SOLDE("Cet engagement est soldé : son reste est redevenu disponible."),
        REPORTE("Cet engagement est reporté sur l'exercice suivant, sous un autre numéro.");

        private final String refus;

        Etat(String refus) {
            this.refus = refus;
        }

        String refus() {
            return refus;
        }
    }
}
