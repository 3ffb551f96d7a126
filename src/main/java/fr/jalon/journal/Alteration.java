package fr.jalon.journal;

/** The kinds of tampering that the verification tells apart. */
enum Alteration {
    MODIFIEE("Entrée modifiée"),
    REECRITE("Entrée réécrite avant d'être scellée"),
    AJOUTEE("Entrée ajoutée par une autre main"),
    RETIREE("Entrées retirées"),
    DEPLACEE("Entrée déplacée, ou chaîne refaite"),
    ECHANGEE("Chaînes échangées"),
    COUPEE("Fin coupée"),
    DISPARUE("Chaîne disparue"),
    ANCIENNE("Fin coupée avec sa tête, ou ancienne sauvegarde"),
    DEUX_TETES("Deux têtes"),
    TETE("Tête changée"),
    RETARD("Scellement arrêté"),
    HORLOGE("Horloge reculée"),
    SCELLE("Scellé modifié"),
    SCELLE_RETIRE("Scellé retiré");

    private final String libelle;

    Alteration(String libelle) {
        this.libelle = libelle;
    }

    String dire(String detail) {
        return libelle + " : " + detail;
    }
}
