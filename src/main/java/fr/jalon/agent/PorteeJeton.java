package fr.jalon.agent;

/** What a personal token may be used for; never more than its account may do. */
public enum PorteeJeton {
    LECTURE("Lire seulement"),
    API("Lire et écrire par l’interface"),
    MODELES("Vérifier et déposer des modèles");

    private final String libelle;

    PorteeJeton(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    public boolean permet(String methode, String chemin) {
        boolean modeles = chemin.startsWith("/engine-rest/") || chemin.startsWith("/api/v1/atelier/");
        return switch (this) {
            case LECTURE -> !modeles && ("GET".equals(methode) || "HEAD".equals(methode));
            case API -> !modeles;
            case MODELES -> modeles;
        };
    }
}
