package fr.jalon.atelier;

/** Where the run of a draft table on the past stands. */
public enum EtatRejeu {
    EN_COURS,
    FINI,
    /** The table could not be read by the engine. */
    IMPOSSIBLE
}
