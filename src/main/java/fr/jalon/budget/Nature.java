package fr.jalon.budget;

/** What an operation of the ledger does. */
public enum Nature {
    DOTATION("Crédits votés"),
    RESERVATION("Réservation"),
    ENGAGEMENT("Engagement"),
    LIBERATION("Réservation rendue"),
    CONTREPASSATION("Contre-passation"),
    LIQUIDATION("Service fait"),
    RETRAIT("Service fait retiré"),
    MANDATEMENT("Mandat"),
    REJET("Mandat rejeté"),
    PAIEMENT("Paiement"),
    RECETTE("Titre de recettes encaissé"),
    SOLDE("Engagement soldé"),
    DIMINUTION("Crédits retirés"),
    VIREMENT("Virement de crédits"),
    REPORT("Report sur l'exercice suivant");

    private final String libelle;

    Nature(String libelle) {
        this.libelle = libelle;
    }

    /** French name, for screens and the journal. */
    public String libelle() {
        return libelle;
    }
}
