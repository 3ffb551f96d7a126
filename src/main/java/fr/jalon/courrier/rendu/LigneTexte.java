package fr.jalon.courrier.rendu;

import java.util.List;

/** A line of text in the order in which it is drawn, and its width for a size of 1. */
record LigneTexte(List<Grappe> grappes, float largeur) {}
