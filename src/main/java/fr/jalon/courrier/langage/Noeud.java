package fr.jalon.courrier.langage;

import java.util.List;

/** Part of a parsed template. Lines are numbered from 1, for the messages. */
public sealed interface Noeud {

    int ligne();

    /** Plain template text, with the marks of the layout. */
    record Texte(String texte, int ligne) implements Noeud {}

    /** A merge field. */
    record Champ(String code, int ligne) implements Noeud {}

    /** A part printed only when a field has a value ({@code present}) or only when it has none. */
    record Condition(String champ, boolean present, List<Noeud> contenu, int ligne) implements Noeud {}

    /** A part repeated for each row of a list. */
    record Liste(String champ, List<Noeud> contenu, int ligne) implements Noeud {}

    /** The current version of a shared mention. */
    record Mention(String code, int ligne) implements Noeud {}
}
