package fr.jalon.courrier.rendu;

import fr.jalon.courrier.langage.Morceau;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into {@link Grappe}s and finds a font for each; never fails, whatever the script. */
final class Grappes {

    private static final int FINE = 0x202f;
    private static final int QUART = 0x2009;
    private static final float LARGEUR_FINE = 0.21f;

    private final Polices polices;

    Grappes(Polices polices) {
        this.polices = polices;
    }

    List<Grappe> de(List<Morceau> morceaux) {
        List<Grappe> grappes = new ArrayList<>();
        for (Morceau morceau : morceaux) {
            String texte = FormesArabes.joindre(Normalizer.normalize(morceau.texte(), Normalizer.Form.NFC));
            couper(texte, morceau.gras(), grappes);
        }
        return grappes;
    }

    private void couper(String texte, boolean gras, List<Grappe> grappes) {
        int debut = 0;
        while (debut < texte.length()) {
            int fin = debut + Character.charCount(texte.codePointAt(debut));
            while (fin < texte.length() && prolonge(texte.codePointAt(fin))) {
                fin += Character.charCount(texte.codePointAt(fin));
            }
            ajouter(texte.substring(debut, fin), gras, grappes);
            debut = fin;
        }
    }

    private void ajouter(String texte, boolean gras, List<Grappe> grappes) {
        int premier = texte.codePointAt(0);
        if (premier == '\n') {
            grappes.add(new Grappe("\n", "", null, 0, gras, false));
            return;
        }
        if (premier == FINE) {
            // The main font has no narrow no-break space: its thin space is drawn, a little wider.
            Police police = polices.pour(new int[] {QUART}, gras);
            grappes.add(new Grappe(texte, Character.toString(QUART), police, LARGEUR_FINE, gras, false));
            return;
        }
        int[] dessines = texte.codePoints().filter(c -> !invisible(c)).toArray();
        if (dessines.length > 0) {
            grappes.add(grappe(texte, dessines, gras));
        }
    }

    private Grappe grappe(String texte, int[] dessines, boolean gras) {
        Police police = polices.pour(dessines, gras);
        if (police != null) {
            return new Grappe(
                    texte, new String(dessines, 0, dessines.length), police, largeur(police, dessines), gras, false);
        }
        Police base = polices.pour(new int[] {dessines[0]}, gras);
        if (base != null) {
            // No font holds both the character and its marks: the character stays readable without them.
            int[] seul = {dessines[0]};
            return new Grappe(texte, Character.toString(dessines[0]), base, largeur(base, seul), gras, true);
        }
        Police secours = polices.deSecours(gras);
        int[] carre = {Polices.INCONNU};
        return new Grappe(texte, Character.toString(Polices.INCONNU), secours, largeur(secours, carre), gras, true);
    }

    private static float largeur(Police police, int[] caracteres) {
        float somme = 0;
        for (int c : caracteres) {
            somme += police.largeur(c);
        }
        return somme;
    }

    private static boolean prolonge(int caractere) {
        int type = Character.getType(caractere);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || invisible(caractere);
    }

    /** Characters that only act on their neighbours: joiners, variation selectors, directions. */
    private static boolean invisible(int caractere) {
        return (Character.getType(caractere) == Character.FORMAT)
                || (caractere >= 0xfe00 && caractere <= 0xfe0f)
                || (caractere >= 0xe0100 && caractere <= 0xe01ef)
                || (Character.isISOControl(caractere) && caractere != '\n');
    }
}
