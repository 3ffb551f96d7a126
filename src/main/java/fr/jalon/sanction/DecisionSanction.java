package fr.jalon.sanction;

/** What may be decided at the end of the adversarial time. */
public enum DecisionSanction {
    SANCTIONNER("Sanctionner"),
    NE_PAS_SANCTIONNER("Ne pas sanctionner"),
    DEMANDER_AVIS("Demander l'avis de l'équipe"),
    INFORMER_DE_NOUVEAU("Écrire de nouveau à la personne");

    private final String libelle;

    DecisionSanction(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether the person is told: its reason is then hers to read. */
    public boolean tranche() {
        return this == SANCTIONNER || this == NE_PAS_SANCTIONNER;
    }
}
