package fr.jalon.sanction;

/** What may be decided at the end of the adversarial time. */
public enum DecisionSanction {
    SANCTIONNER("Sanctionner"),
    NE_PAS_SANCTIONNER("Ne pas sanctionner"),
    DEMANDER_AVIS("Demander l'avis de l'équipe");

    private final String libelle;

    DecisionSanction(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
