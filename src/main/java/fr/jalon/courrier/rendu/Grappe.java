package fr.jalon.courrier.rendu;

/**
 * A character with its marks: the unit that is measured, broken and reordered.
 *
 * @param texte as written by the person, for breaking lines and for the reading by a machine
 * @param dessin what the font draws
 * @param largeur advance for a size of 1
 * @param remplacee whether no font holds it, so that the drawing does not show the text
 */
record Grappe(String texte, String dessin, Police police, float largeur, boolean gras, boolean remplacee) {

    boolean estEspace() {
        return texte.equals(" ");
    }

    boolean estSautDeLigne() {
        return texte.equals("\n");
    }
}
