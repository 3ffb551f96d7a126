package fr.jalon.dossier;

/** Where a dossier stands, in words that a person understands. */
public enum EtatDossier {
    EN_INSTRUCTION("En instruction"),
    ATTENTE_PERSONNE("En attente de la personne"),
    ATTENTE_CAF("En attente de la CAF"),
    ATTENTE_PARTENAIRE("En attente d'un partenaire"),
    CLOS("Terminé");

    private final String libelle;

    EtatDossier(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
