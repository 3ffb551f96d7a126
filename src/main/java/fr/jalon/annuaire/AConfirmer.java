package fr.jalon.annuaire;

/**
 * What a card says once nobody has read it again for too long is no longer told as a fact: on a screen, on the public page, on a paper that
 * a person takes away, where a partner is chosen.
 */
public final class AConfirmer {

    public static final String MENTION = "à confirmer";

    private AConfirmer() {}

    /** "02 99 00 00 00 (à confirmer)"; null stays null, a fact that is sure stays as it is. */
    public static String mots(String fait, boolean aConfirmer) {
        return fait == null || !aConfirmer ? fait : fait + " (" + MENTION + ")";
    }
}
