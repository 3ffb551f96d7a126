package fr.jalon.corbeille;

/** How an open task stands against its dates; what is finished is none of them. */
public enum EtatEcheance {
    /** The hard date is past. */
    RETARD("En retard", "limite < ?", 1),
    /** The target date is reached, the hard date is not past. */
    BIENTOT("Bientôt en retard", "limite >= ? and cible <= ?", 2),
    /** Neither. */
    A_TEMPS("À temps", "limite >= ? and cible > ?", 2);

    private final String libelle;
    private final String sql;
    private final int jours;

    EtatEcheance(String libelle, String sql, int jours) {
        this.libelle = libelle;
        this.sql = sql;
        this.jours = jours;
    }

    public String libelle() {
        return libelle;
    }

    String sql() {
        return sql;
    }

    /** How many times the present day stands in the condition. */
    int jours() {
        return jours;
    }
}
