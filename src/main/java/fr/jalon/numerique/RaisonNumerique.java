package fr.jalon.numerique;

/**
 * A row of the table {@code orientation-numerique} that fired.
 *
 * @param rang the smallest of all gives the orientation
 * @param source annotation of the row
 * @param objectif objective of the directory where a place is looked for
 * @param publicVise public of the offers that are looked for
 * @param antenneAussi the antenne of the quartier does it too
 */
public record RaisonNumerique(
        String regle,
        OrientationNumerique orientation,
        int rang,
        String raison,
        String source,
        String objectif,
        String publicVise,
        boolean antenneAussi) {}
