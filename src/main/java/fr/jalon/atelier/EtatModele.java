package fr.jalon.atelier;

/** Where a version of a model stands. */
public enum EtatModele {
    BROUILLON("Brouillon"),
    PROGRAMME("Publication programmée"),
    PUBLIE("En service"),
    ANCIEN("Ancienne version"),
    RETIRE("Retiré"),
    REMPLACE("Remplacé par un autre brouillon");

    private final String libelle;

    EtatModele(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
