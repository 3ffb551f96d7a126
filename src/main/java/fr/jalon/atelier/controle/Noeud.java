package fr.jalon.atelier.controle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of a model, named by the prefixes of {@code espaces.csv} whatever the file calls them, with its line. */
final class Noeud {

    private final String nom;
    private final int ligne;
    private final Noeud parent;
    private final Map<String, String> attributs = new LinkedHashMap<>();
    private final List<Noeud> enfants = new ArrayList<>();
    private final StringBuilder texte = new StringBuilder();

    Noeud(String nom, int ligne, Noeud parent) {
        this.nom = nom;
        this.ligne = ligne;
        this.parent = parent;
    }

    String nom() {
        return nom;
    }

    int ligne() {
        return ligne;
    }

    Noeud parent() {
        return parent;
    }

    Map<String, String> attributs() {
        return attributs;
    }

    List<Noeud> enfants() {
        return enfants;
    }

    void ecrire(char[] lettres, int debut, int longueur) {
        texte.append(lettres, debut, longueur);
    }

    String texte() {
        return texte.toString().strip();
    }

    /** Null when absent. */
    String attribut(String cle) {
        return attributs.get(cle);
    }

    String attribut(String cle, String defaut) {
        return attributs.getOrDefault(cle, defaut);
    }

    String id() {
        return attributs.get("id");
    }

    boolean est(String attendu) {
        return nom.equals(attendu);
    }

    Stream<Noeud> enfants(String attendu) {
        return enfants.stream().filter(e -> e.est(attendu));
    }

    Optional<Noeud> enfant(String attendu) {
        return enfants(attendu).findFirst();
    }

    /** This element and all below, in the order of the file. */
    Stream<Noeud> tous() {
        return Stream.concat(Stream.of(this), enfants.stream().flatMap(Noeud::tous));
    }

    Stream<Noeud> tous(String attendu) {
        return tous().filter(n -> n.est(attendu));
    }

    /** The nearest element above, this one included, that has an id and is no diagram. */
    Noeud nomme() {
        Noeud noeud = this;
        while (noeud.id() == null && noeud.parent != null) {
            noeud = noeud.parent;
        }
        return noeud;
    }
}
