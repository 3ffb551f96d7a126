package fr.jalon.atelier.parametres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where each element of an XML text lies, character by character, so that a place can be written without touching the rest: comments,
 * spaces, order of attributes. The text was already judged: well formed, without a DOCTYPE.
 */
final class SourceXml {

    private static final Pattern NOM = Pattern.compile("</?(?:[\\w.-]+:)?([\\w.-]+)");
    private static final Pattern ID = Pattern.compile("\\sid\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    /**
     * An element.
     *
     * @param debut its first character
     * @param dedans first character of its content; its end when it has none
     * @param fermante first character after its content
     * @param fin first character after it
     */
    record Balise(String nom, String id, int debut, int dedans, int fermante, int fin, List<Balise> enfants) {

        Stream<Balise> enfants(String attendu) {
            return enfants.stream().filter(b -> b.nom().equals(attendu));
        }

        Stream<Balise> toutes() {
            return Stream.concat(Stream.of(this), enfants.stream().flatMap(Balise::toutes));
        }

        Optional<Balise> enfant(String attendu) {
            return enfants(attendu).findFirst();
        }

        boolean vide() {
            return dedans == fin;
        }
    }

    private final String texte;
    private int ou;

    private SourceXml(String texte) {
        this.texte = texte;
    }

    /** The root element. */
    static Balise lire(String texte) {
        SourceXml source = new SourceXml(texte);
        source.avancer();
        return source.element();
    }

    /** Goes to the next tag, past text, comments, instructions and CDATA. */
    private void avancer() {
        while (true) {
            ou = trouver("<", ou);
            if (texte.startsWith("<!--", ou)) {
                ou = trouver("-->", ou) + 3;
            } else if (texte.startsWith("<![CDATA[", ou)) {
                ou = trouver("]]>", ou) + 3;
            } else if (texte.startsWith("<?", ou)) {
                ou = trouver("?>", ou) + 2;
            } else {
                return;
            }
        }
    }

    private Balise element() {
        int debut = ou;
        int finOuvrante = finDeBalise(debut);
        String ouvrante = texte.substring(debut, finOuvrante);
        ou = finOuvrante;
        List<Balise> enfants = new ArrayList<>();
        if (ouvrante.endsWith("/>")) {
            return new Balise(nom(ouvrante), id(ouvrante), debut, ou, ou, ou, enfants);
        }
        avancer();
        while (!texte.startsWith("</", ou)) {
            enfants.add(element());
            avancer();
        }
        int fermante = ou;
        ou = finDeBalise(fermante);
        return new Balise(nom(ouvrante), id(ouvrante), debut, finOuvrante, fermante, ou, enfants);
    }

    /** A {@code >} between quotes ends nothing. */
    private int finDeBalise(int debut) {
        char guillemet = 0;
        for (int i = debut; i < texte.length(); i++) {
            char c = texte.charAt(i);
            if (guillemet != 0) {
                guillemet = c == guillemet ? 0 : guillemet;
            } else if (c == '"' || c == '\'') {
                guillemet = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        throw illisible();
    }

    private int trouver(String quoi, int depuis) {
        int trouve = texte.indexOf(quoi, depuis);
        if (trouve < 0) {
            throw illisible();
        }
        return trouve;
    }

    private static IllegalArgumentException illisible() {
        return new IllegalArgumentException("ce texte n'est pas du XML bien formé");
    }

    private static String nom(String balise) {
        Matcher nom = NOM.matcher(balise);
        if (!nom.lookingAt()) {
            throw illisible();
        }
        return nom.group(1);
    }

    private static String id(String balise) {
        Matcher id = ID.matcher(balise);
        if (!id.find()) {
            return null;
        }
        return id.group(1) == null ? id.group(2) : id.group(1);
    }
}
