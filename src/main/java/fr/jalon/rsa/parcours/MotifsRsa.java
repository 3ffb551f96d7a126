package fr.jalon.rsa.parcours;

import java.util.Set;

/** Reasons that a path gives by itself; their texts are rows of the table {@code motifs}. */
public final class MotifsRsa {

    static final String REGIME_AGRICOLE = "REGIME_AGRICOLE";
    static final String DEPART_AUTRE_COMMUNE = "DEPART_AUTRE_COMMUNE";
    static final String PIECES_NON_RECUES = "PIECES_NON_RECUES";

    /** Every code of this class. */
    public static final Set<String> TOUS = Set.of(REGIME_AGRICOLE, DEPART_AUTRE_COMMUNE, PIECES_NON_RECUES);

    private MotifsRsa() {}
}
