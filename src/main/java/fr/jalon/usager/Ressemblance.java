package fr.jalon.usager;

/** How far two cards speak of the same person. Only a human says more than {@link #MEME}. */
public enum Ressemblance {
    /** The same person: what is known of her agrees. */
    MEME,
    /** The same name and birth, or the same number, but something says otherwise: a human chooses, nothing is written over. */
    A_CHOISIR,
    /** Perhaps the same: shown, never settled. */
    PROBABLE,
    /** Somebody else. */
    AUTRE
}
