package fr.jalon.courrier.langage;

import java.util.List;

/** A block of a composed letter, ready for the layout. */
public sealed interface Bloc {

    /** A heading inside the letter. */
    record Titre(List<Morceau> texte) implements Bloc {}

    /** A paragraph. */
    record Paragraphe(List<Morceau> texte) implements Bloc {}

    /** References to the law, gathered in small print at the end of the letter. */
    record Reference(List<Morceau> texte) implements Bloc {}

    /** Place of the signature; at the end of the text when a template has none. */
    record Signature() implements Bloc {}

    /** Two places side by side, for the person and for us: what both must sign. */
    record Signatures() implements Bloc {}

    /** One item of a list. */
    record Puce(List<Morceau> texte) implements Bloc {}

    /** The box that says what to do now and by when. */
    record Encadre(List<Morceau> titre, List<Ligne> lignes) implements Bloc {}

    /** A line of the box; the pictogram may be null. */
    record Ligne(Pictogramme pictogramme, List<Morceau> texte) {}
}
