package fr.jalon.corbeille;

/** Badges of a row that a list may be filtered by. */
public enum Signe {
    URGENT("Urgent", "rang = 0"),
    /** A piece that nobody has looked at, of a task still open. */
    PIECE("Nouvelle pièce", "(piece_nouvelle and onglet <> 'F')");

    private final String libelle;
    private final String sql;

    Signe(String libelle, String sql) {
        this.libelle = libelle;
        this.sql = sql;
    }

    public String libelle() {
        return libelle;
    }

    String sql() {
        return sql;
    }
}
