package fr.jalon.budget;

/** What an operation of the ledger does. */
public enum Nature {
    DOTATION("Crédits votés"),
    RESERVATION("Réservation"),
    ENGAGEMENT("Engagement"),
    LIBERATION("Réservation rendue"),
    CONTREPASSATION("Contre-passation");

    private final String libelle;

    Nature(String libelle) {
        this.libelle = libelle;
    }

    /** French name, for screens and the journal. */
    public String libelle() {
        return libelle;
    }
}
