package fr.jalon.annuaire;

/** How far an action of the pact is. What nobody has said is no state at all: it reads "à confirmer". */
public enum EtatAction {
    A_LANCER("À lancer"),
    EN_COURS("En cours"),
    REALISEE("Réalisée"),
    ABANDONNEE("Abandonnée");

    private final String libelle;

    EtatAction(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
