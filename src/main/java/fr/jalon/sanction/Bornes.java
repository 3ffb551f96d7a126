package fr.jalon.sanction;

/**
 * What the table {@code manquement-sanction} allows of one sanction; bounds included.
 *
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
        String raison,
        String quiChangerait,
        String article,
        String certitude) {}
