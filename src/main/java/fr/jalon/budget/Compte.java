package fr.jalon.budget;

/**
 * An account of a funder in an envelope. The sum of the lines of each account is the figure that bears its name; {@link
 * #CONTREPARTIE} takes what a figure adds beside another, so that each operation sums to zero.
 */
public enum Compte {
    VOTE("Vote", "Voté"),
    RESERVE("Reserve", "Réservé"),
    ENGAGE("Engage", "Engagé"),
    LIQUIDE("Liquide", "Service fait"),
    MANDATE("Mandate", "Mandaté"),
    PAYE("Paye", "Payé"),
    LIBRE("Libre", "Disponible"),
    CONTREPARTIE("Contrepartie", "Contrepartie");

    private final String nom;
    private final String libelle;

    Compte(String nom, String libelle) {
        this.nom = nom;
        this.libelle = libelle;
    }

    /** French name, for screens. */
    public String libelle() {
        return libelle;
    }

    /** Last component of the account in the journal. */
    public String nom() {
        return nom;
    }

    /** Account of the journal. The counterpart stands apart, so that all accounts of an envelope under Equity are its figures. */
    String dans(String enveloppe, String financeur) {
        return (this == CONTREPARTIE ? "Assets:" : "Equity:") + enveloppe + ":" + financeur + ":" + nom;
    }
}
