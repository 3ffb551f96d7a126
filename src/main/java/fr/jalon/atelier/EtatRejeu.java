package fr.jalon.atelier;

/** Where the run of a draft table on the past stands. */
public enum EtatRejeu {
    EN_COURS,
    FINI,
    /** The table, or a fact that was kept, could not be read. */
    IMPOSSIBLE
}
