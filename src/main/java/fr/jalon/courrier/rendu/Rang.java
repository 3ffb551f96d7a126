package fr.jalon.courrier.rendu;

import java.util.List;

/**
 * A horizontal strip of the body that is never cut.
 *
 * @param avant space above, dropped at the top of a page
 * @param coupureApres whether a page may end after it
 * @param encadre box to which it belongs, or null
 */
record Rang(float avant, float hauteur, boolean coupureApres, Object encadre, List<Element> elements) {

    Rang {
        elements = List.copyOf(elements);
    }

    Rang liee() {
        return new Rang(avant, hauteur, false, encadre, elements);
    }

    Rang avecAvant(float espace) {
        return new Rang(espace, hauteur, coupureApres, encadre, elements);
    }
}
