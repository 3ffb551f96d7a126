package fr.jalon.seance;

/** Where an item of an agenda stands. */
public enum EtatPoint {
    ATTENDU("Avis attendu"),
    RENDU("Avis donné"),
    REPORTE("Reporté"),
    RETIRE("Retiré");

    private final String libelle;

    EtatPoint(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
