package fr.jalon.courrier.rendu;

import java.awt.Color;

/**
 * Measures of the page, in points from the top left corner. The addressee's block lies where the window of a DL envelope
 * (right window of 100 x 35 mm, 20 mm from the right and from the bottom) shows it wherever the folded sheet slides.
 */
final class Format {

    static final float LARGEUR = 595.276f;
    static final float HAUTEUR = 841.89f;
    static final float GAUCHE = mm(24);
    static final float DROITE = LARGEUR - mm(24);
    static final float HAUT_SUITE = mm(25);
    static final float BAS = HAUTEUR - mm(22);

    static final float FENETRE_GAUCHE = mm(103);
    static final float FENETRE_DROITE = mm(188);
    static final float FENETRE_HAUT = mm(55.5);
    static final float FENETRE_BAS = mm(79);
    /** Below this line nothing shows in the window any more. */
    static final float FENETRE_LIMITE = mm(90);

    static final float CORPS = 11;
    static final float INTERLIGNE = 15.2f;
    static final float PETIT = 9;
    static final float INTERLIGNE_PETIT = 12.4f;
    static final float TITRE = 12.5f;

    static final Color ENCRE = new Color(0x1a1a1a);
    static final Color GRIS = new Color(0x505050);
    static final Color ACCENT = new Color(0x0b4f6c);
    static final Color FOND = new Color(0xeaf2f5);
    static final Color FILIGRANE = new Color(0xe6e6e6);

    private Format() {}

    static float mm(double millimetres) {
        return (float) (millimetres * 72 / 25.4);
    }
}
