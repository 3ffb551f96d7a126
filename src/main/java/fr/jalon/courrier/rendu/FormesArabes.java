package fr.jalon.courrier.rendu;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters by choosing the presentation form that fits their neighbours. The forms stand in Unicode by groups
 * of the same letter: alone and final for letters that join on one side, then initial and medial for the others.
 */
final class FormesArabes {

    private static final int TATWEEL = 0x640;
    private static final int LIANT = 0x200d;
    private static final int LAM = 0x644;
    /** Forms of an Uyghur letter that break the regular groups. */
    private static final int EXCEPTION = 0xfbe8;

    private static final Map<Integer, int[]> FORMES = new HashMap<>();
    private static final Map<String, int[]> LIGATURES = new HashMap<>();

    static {
        grouper(0xfb50, 0xfbff);
        grouper(0xfe80, 0xfefc);
    }

    private FormesArabes() {}

    private static void grouper(int premier, int dernier) {
        int debut = premier;
        while (debut <= dernier) {
            String base = base(debut);
            int fin = debut + 1;
            while (fin <= dernier && fin - debut < 4 && base(fin).equals(base)) {
                fin++;
            }
            if (debut != EXCEPTION && !base.isEmpty()) {
                int[] formes = new int[fin - debut];
                for (int i = 0; i < formes.length; i++) {
                    formes[i] = debut + i;
                }
                if (base.codePointCount(0, base.length()) == 1) {
                    FORMES.putIfAbsent(base.codePointAt(0), formes);
                } else if (base.codePointAt(0) == LAM) {
                    LIGATURES.putIfAbsent(base, formes);
                }
            }
            debut = fin;
        }
    }

    private static String base(int forme) {
        String compose = Normalizer.normalize(Character.toString(forme), Normalizer.Form.NFKC);
        return compose.codePointAt(0) == forme ? "" : compose;
    }

    /** The text with joined letters; the same text when it holds no Arabic letter. */
    static String joindre(String texte) {
        int[] points = texte.codePoints().toArray();
        StringBuilder joint = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            int[] formes = FORMES.get(points[i]);
            int suivant = i + 1 < points.length ? i + 1 : -1;
            int[] ligature = points[i] == LAM && suivant > 0 ? LIGATURES.get(new String(points, i, 2)) : null;
            boolean avant = lieASuivant(voisin(points, i, -1));
            if (ligature != null) {
                joint.appendCodePoint(ligature[avant ? 1 : 0]);
                i++;
            } else if (formes != null) {
                boolean apres = formes.length == 4 && lieAPrecedent(voisin(points, i, 1));
                joint.appendCodePoint(forme(formes, avant, apres));
            } else {
                joint.appendCodePoint(points[i]);
            }
        }
        return joint.toString();
    }

    private static int forme(int[] formes, boolean avant, boolean apres) {
        int rang = (avant ? 1 : 0) + (apres ? 2 : 0);
        return formes[Math.min(rang, formes.length - 1)];
    }

    /** Nearest character that is not a mark; marks do not stop letters from joining. */
    private static int voisin(int[] points, int i, int pas) {
        int j = i + pas;
        while (j >= 0 && j < points.length && Character.getType(points[j]) == Character.NON_SPACING_MARK) {
            j += pas;
        }
        return j >= 0 && j < points.length ? points[j] : 0;
    }

    private static boolean lieASuivant(int point) {
        int[] formes = FORMES.get(point);
        return point == TATWEEL || point == LIANT || (formes != null && formes.length == 4);
    }

    private static boolean lieAPrecedent(int point) {
        int[] formes = FORMES.get(point);
        return point == TATWEEL || point == LIANT || (formes != null && formes.length >= 2);
    }
}
