package fr.jalon.courrier.rendu;

import fr.jalon.courrier.langage.Morceau;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Breaks running text into lines and puts each in drawing order. */
final class Coupeur {

    private static final Map<String, String> MIROIRS =
            Map.of("(", ")", ")", "(", "[", "]", "]", "[", "«", "»", "»", "«", "<", ">", ">", "<");

    private static final String INSECABLES = "\u00a0\u202f";
    private static final String LIANTS = INSECABLES + "-/'\u2019";

    private final Grappes grappes;

    Coupeur(Polices polices) {
        this.grappes = new Grappes(polices);
    }

    /**
     * Lines no wider than a width; a word that is too long by itself is cut.
     *
     * @param largeur width for a size of 1
     */
    List<LigneTexte> couper(List<Morceau> texte, float largeur) {
        List<Grappe> toutes = grappes.de(texte);
        List<LigneTexte> lignes = new ArrayList<>();
        int debut = 0;
        for (int i = 0; i <= toutes.size(); i++) {
            if (i == toutes.size() || toutes.get(i).estSautDeLigne()) {
                couperParagraphe(toutes.subList(debut, i), largeur, lignes);
                debut = i + 1;
            }
        }
        return lignes;
    }

    private static void couperParagraphe(List<Grappe> texte, float largeur, List<LigneTexte> lignes) {
        BitSet coupures = coupures(texte);
        int debut = 0;
        while (debut < texte.size()) {
            int fin = finDeLigne(texte, debut, largeur, coupures);
            int net = fin;
            while (net > debut && texte.get(net - 1).estEspace()) {
                net--;
            }
            lignes.add(ligne(texte.subList(debut, net)));
            debut = fin;
        }
    }

    private static int finDeLigne(List<Grappe> texte, int debut, float largeur, BitSet coupures) {
        float cumul = 0;
        int dernierePermise = -1;
        for (int i = debut; i < texte.size(); i++) {
            if (i > debut && coupures.get(i)) {
                dernierePermise = i;
            }
            cumul += texte.get(i).largeur();
            if (cumul > largeur && !texte.get(i).estEspace() && i > debut) {
                return dernierePermise > 0 ? dernierePermise : i;
            }
        }
        return texte.size();
    }

    /** Positions before which a line may end, counted in clusters. */
    private static BitSet coupures(List<Grappe> texte) {
        StringBuilder suite = new StringBuilder();
        List<Integer> positions = new ArrayList<>();
        texte.forEach(g -> {
            positions.add(suite.length());
            suite.append(g.texte());
        });
        BreakIterator iterateur = BreakIterator.getLineInstance(Locale.FRENCH);
        iterateur.setText(suite.toString());
        BitSet coupures = new BitSet();
        int rang = 0;
        for (int p = iterateur.first(); p != BreakIterator.DONE; p = iterateur.next()) {
            while (rang < positions.size() && positions.get(rang) < p) {
                rang++;
            }
            if (rang < positions.size() && positions.get(rang) == p && !lie(suite, p)) {
                coupures.set(rang);
            }
        }
        return coupures;
    }

    /** No line ends after a hyphen ("L262-47", "dites-le"), a slash or an apostrophe, nor beside a no-break space. */
    private static boolean lie(CharSequence texte, int p) {
        return p > 0 && (LIANTS.indexOf(texte.charAt(p - 1)) >= 0 || INSECABLES.indexOf(texte.charAt(p)) >= 0);
    }

    private static LigneTexte ligne(List<Grappe> logique) {
        float largeur = (float) logique.stream().mapToDouble(Grappe::largeur).sum();
        return new LigneTexte(visuel(logique), largeur);
    }

    private static List<Grappe> visuel(List<Grappe> logique) {
        StringBuilder texte = new StringBuilder();
        logique.forEach(g -> texte.append(g.texte()));
        char[] caracteres = texte.toString().toCharArray();
        if (!Bidi.requiresBidi(caracteres, 0, caracteres.length)) {
            return List.copyOf(logique);
        }
        Bidi bidi = new Bidi(texte.toString(), Bidi.DIRECTION_LEFT_TO_RIGHT);
        Grappe[] ordre = new Grappe[logique.size()];
        byte[] niveaux = new byte[ordre.length];
        int position = 0;
        for (int i = 0; i < ordre.length; i++) {
            Grappe grappe = logique.get(i);
            niveaux[i] = (byte) bidi.getLevelAt(position);
            ordre[i] = niveaux[i] % 2 == 1 ? miroir(grappe) : grappe;
            position += grappe.texte().length();
        }
        Bidi.reorderVisually(niveaux, 0, ordre, 0, ordre.length);
        return List.of(ordre);
    }

    private static Grappe miroir(Grappe grappe) {
        String miroir = MIROIRS.get(grappe.dessin());
        return miroir == null
                ? grappe
                : new Grappe(
                        grappe.texte(), miroir, grappe.police(), grappe.largeur(), grappe.gras(), grappe.remplacee());
    }
}
