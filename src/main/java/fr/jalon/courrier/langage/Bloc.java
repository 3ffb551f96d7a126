package fr.jalon.courrier.langage;

import java.util.List;

/** A block of a composed letter, ready for the layout. */
public sealed interface Bloc {

    /** A heading inside the letter. */
    record Titre(List<Morceau> texte) implements Bloc {}

    /** A paragraph, in smaller letters for references to the law. */
    record Paragraphe(List<Morceau> texte, boolean petit) implements Bloc {}

    /** One item of a list. */
    record Puce(List<Morceau> texte) implements Bloc {}

    /** The box that says what to do now and by when. */
    record Encadre(List<Morceau> titre, List<Ligne> lignes) implements Bloc {}

    /** A line of the box; the pictogram may be null. */
    record Ligne(Pictogramme pictogramme, List<Morceau> texte) {}
}
