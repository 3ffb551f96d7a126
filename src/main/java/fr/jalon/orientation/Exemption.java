package fr.jalon.orientation;

/** Why fewer hours than the law plans (C. trav., art. L5411-6), with the words that the person reads. */
public enum Exemption {
    SANTE("Santé", "votre santé"),
    HANDICAP("Handicap", "votre handicap"),
    INVALIDITE("Invalidité", "votre invalidité"),
    PARENT_ISOLE("Parent isolé sans solution de garde", "la garde de votre enfant"),
    AUTRE("Autre situation", "votre situation");

    private final String libelle;
    private final String raison;

    Exemption(String libelle, String raison) {
        this.libelle = libelle;
        this.raison = raison;
    }

    public String libelle() {
        return libelle;
    }

    public String raison() {
        return raison;
    }
}
