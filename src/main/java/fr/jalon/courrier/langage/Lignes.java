package fr.jalon.courrier.langage;

import java.util.ArrayList;
import java.util.List;

/** Small operations on a composed line. */
final class Lignes {

    private static final String GRAS = "**";

    private Lignes() {}

    /** The line without blanks of the template at its ends; empty when nothing but blanks was there. */
    static List<Fragment> sansBordsBlancs(List<Fragment> ligne) {
        List<Fragment> nette = new ArrayList<>(ligne);
        while (!nette.isEmpty() && blanc(nette.get(0))) {
            nette.remove(0);
        }
        while (!nette.isEmpty() && blanc(nette.get(nette.size() - 1))) {
            nette.remove(nette.size() - 1);
        }
        if (!nette.isEmpty() && !nette.get(0).valeur()) {
            nette.set(0, new Fragment(nette.get(0).texte().stripLeading(), false));
        }
        int fin = nette.size() - 1;
        if (fin >= 0 && !nette.get(fin).valeur()) {
            nette.set(fin, new Fragment(nette.get(fin).texte().stripTrailing(), false));
        }
        return nette;
    }

    private static boolean blanc(Fragment fragment) {
        return !fragment.valeur() && fragment.texte().isBlank();
    }

    /** Template text at the start of the line; empty when a value stands first, so that a value is never read as a mark. */
    static String debutDuModele(List<Fragment> ligne) {
        return ligne.isEmpty() || ligne.get(0).valeur() ? "" : ligne.get(0).texte();
    }

    /** Title in the opening mark of a box: what stands between the word and the closing bracket. */
    static List<Morceau> titreEncadre(List<Fragment> ligne) {
        List<Fragment> titre = new ArrayList<>(ligne);
        int fin = titre.size() - 1;
        Fragment dernier = titre.get(fin);
        if (!dernier.valeur() && dernier.texte().endsWith("]")) {
            titre.set(
                    fin,
                    new Fragment(dernier.texte().substring(0, dernier.texte().length() - 1), false));
        }
        String debut = titre.get(0).texte();
        int apres = Math.min(debut.length(), LecteurBlocs.ENCADRE.length());
        while (apres < debut.length() && debut.charAt(apres) == ' ') {
            apres++;
        }
        return morceaux(titre, apres);
    }

    /** Running text of a line from a position of its first fragment, with the bold marks read and French spaces set. */
    static List<Morceau> morceaux(List<Fragment> ligne, int apres) {
        List<Morceau> morceaux = new ArrayList<>();
        boolean gras = false;
        for (int i = 0; i < ligne.size(); i++) {
            Fragment fragment = ligne.get(i);
            if (fragment.valeur()) {
                ajouter(morceaux, Typographie.francaise(fragment.texte()), gras);
                continue;
            }
            String[] parties = fragment.texte().substring(i == 0 ? apres : 0).split("\\*\\*", -1);
            for (int p = 0; p < parties.length; p++) {
                gras = p > 0 ? !gras : gras;
                ajouter(morceaux, Typographie.francaise(Typographie.apostrophes(parties[p])), gras);
            }
        }
        return morceaux;
    }

    private static void ajouter(List<Morceau> morceaux, String texte, boolean gras) {
        if (!texte.isEmpty()) {
            morceaux.add(new Morceau(texte, gras));
        }
    }

    /** Whether the bold marks of a piece of template line go by pairs. */
    static boolean grasFerme(String texte) {
        return (texte.length() - texte.replace(GRAS, "").length()) / GRAS.length() % 2 == 0;
    }
}
