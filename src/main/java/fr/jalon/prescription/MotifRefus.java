package fr.jalon.prescription;

/** Why a partner cannot receive a person. */
public enum MotifRefus {
    HORS_PUBLIC("La personne n'est pas dans le public accueilli"),
    SANS_PLACE("Il n'y a pas de place"),
    AUTRE_SERVICE("Un autre service convient mieux"),
    INJOIGNABLE("La personne n'a pas pu être jointe"),
    AUTRE("Une autre raison, écrite plus bas");

    private final String libelle;

    MotifRefus(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
