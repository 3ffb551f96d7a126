package fr.jalon.courrier.rendu;

import fr.jalon.courrier.langage.Pictogramme;
import java.awt.Color;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** Something drawn in a {@link Rang}; places are counted from its top left corner. */
sealed interface Element {

    /** A line of text and the element of the reading order to which it belongs. */
    record Texte(LigneTexte ligne, float x, float base, float taille, Color couleur, PDStructureElement balise)
            implements Element {}

    /** A drawn sign, a decoration for whoever reads with a machine. */
    record Dessin(Pictogramme pictogramme, float x, float y, float cote) implements Element {}
}
