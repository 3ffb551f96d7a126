package fr.jalon.mobilite;

/** Where a step of a mobility plan stands. */
public enum EtatEtape {
    A_FAIRE("À faire"),
    EN_COURS("En cours"),
    REUSSIE("Réussie"),
    ABANDONNEE("Abandonnée");

    private final String libelle;

    EtatEtape(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
