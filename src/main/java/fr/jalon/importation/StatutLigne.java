package fr.jalon.importation;

/** What a row will do, or did (attentes, E14). */
public enum StatutLigne {
    A_CREER("à créer", "créée"),
    A_METTRE_A_JOUR("à mettre à jour", "mise à jour"),
    A_JOUR("à jour", "à jour"),
    EN_ERREUR("en erreur", "en erreur");

    private final String libelle;
    private final String libelleEcrite;

    StatutLigne(String libelle, String libelleEcrite) {
        this.libelle = libelle;
        this.libelleEcrite = libelleEcrite;
    }

    public String libelle(boolean ecrite) {
        return ecrite ? libelleEcrite : libelle;
    }

    /** Whether writing such a row changes something. */
    public boolean aEcrire() {
        return this == A_CREER || this == A_METTRE_A_JOUR;
    }
}
