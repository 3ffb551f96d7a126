package fr.jalon.rsa;

import fr.jalon.decision.Ligne;

/** How a resource counts, as the table {@code ressources-rsa} says. */
enum ModeRessource {
    /** Mean of the reference months. */
    TRIMESTRE,
    /** Already a monthly amount. */
    MENSUEL,
    /** A yearly share of a capital or of a rental value. */
    CAPITAL,
    /** Not counted. */
    EXCLUE;

    static ModeRessource de(Ligne ligne) {
        return valueOf(ligne.texte("mode"));
    }
}
