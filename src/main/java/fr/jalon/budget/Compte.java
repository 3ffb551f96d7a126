package fr.jalon.budget;

/**
 * An account of a funder in an envelope. The sum of the lines of each account is the figure that bears its name; {@link
 * #CONTREPARTIE} takes what a figure adds beside another, so that each operation sums to zero.
 */
public enum Compte {
    VOTE("Vote"),
    RESERVE("Reserve"),
    ENGAGE("Engage"),
    LIQUIDE("Liquide"),
    MANDATE("Mandate"),
    PAYE("Paye"),
    LIBRE("Libre"),
    CONTREPARTIE("Contrepartie");

    private final String nom;

    Compte(String nom) {
        this.nom = nom;
    }

    /** Last component of the account in the journal. */
    public String nom() {
        return nom;
    }
}
