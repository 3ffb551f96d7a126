package fr.jalon.sanction;

/**
 * What the table {@code manquement-sanction} allows of one sanction; bounds included.
 *
 * @param levee whether it ends when the person complies (CASF, art. L262-37, I)
 * @param raison why, as the person reads it
 * @param certitude A, B, C or U
 */
public record Bornes(
        String regle,
        Sanction sanction,
        int tauxMin,
        int tauxMax,
        int moisMin,
        int moisMax,
        boolean levee,
        String raison,
        String quiChangerait,
        String article,
        String certitude) {}
