package fr.jalon.dossier;

/** What may be signalled about an open dossier at any time; each is a message that its path may receive. */
public enum Signalement {
    DESISTEMENT("La personne renonce à sa demande", true, null),
    DEMENAGEMENT("La personne part vers une autre commune", true, null),
    DOUBLON("La même demande existe déjà ailleurs", true, null),
    URGENCE("La personne n'a aucune ressource", true, "RSA"),
    CONFORMITE("La personne s'est mise en règle", true, "MAN"),
    DECES("La personne est décédée", false, null);

    private final String libelle;
    private final boolean depuisLeDossier;
    private final String dispositif;

    Signalement(String libelle, boolean depuisLeDossier, String dispositif) {
        this.libelle = libelle;
        this.depuisLeDossier = depuisLeDossier;
        this.dispositif = dispositif;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether it is declared on the dossier; a death is declared on the person. */
    public boolean depuisLeDossier() {
        return depuisLeDossier;
    }

    /** Whether the path of this dispositif can hear it. */
    public boolean convientA(String code) {
        return dispositif == null || dispositif.equals(code);
    }
}
