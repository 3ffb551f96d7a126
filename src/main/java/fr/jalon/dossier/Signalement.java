package fr.jalon.dossier;

/** What may be signalled about an open dossier at any time; each is a message that its path may receive. */
public enum Signalement {
    DESISTEMENT("La personne renonce à sa demande", true),
    DEMENAGEMENT("La personne part vers une autre commune", true),
    DOUBLON("La même demande existe déjà ailleurs", true),
    URGENCE("La personne n'a aucune ressource", true),
    DECES("La personne est décédée", false);

    private final String libelle;
    private final boolean depuisLeDossier;

    Signalement(String libelle, boolean depuisLeDossier) {
        this.libelle = libelle;
        this.depuisLeDossier = depuisLeDossier;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether it is declared on the dossier; a death is declared on the person. */
    public boolean depuisLeDossier() {
        return depuisLeDossier;
    }
}
