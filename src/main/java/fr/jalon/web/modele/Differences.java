package fr.jalon.web.modele;

import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, line by line: the longest common lines stay, the others are taken away or added. */
final class Differences {

    private Differences() {}

    /**
     * A line.
     *
     * @param signe {@code -} taken away, {@code +} added, a space for what stays
     */
    record Ligne(String signe, String texte) {}

    static List<Ligne> de(String avant, String apres) {
        List<String> a = avant.lines().toList();
        List<String> b = apres.lines().toList();
        int[][] communes = communes(a, b);
        List<Ligne> lignes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                lignes.add(new Ligne(" ", a.get(i)));
                i++;
                j++;
            } else if (i < a.size() && (j == b.size() || communes[i + 1][j] >= communes[i][j + 1])) {
                lignes.add(new Ligne("-", a.get(i++)));
            } else {
                lignes.add(new Ligne("+", b.get(j++)));
            }
        }
        return lignes;
    }

    /** For each place in both texts, how many lines they share from there. */
    private static int[][] communes(List<String> a, List<String> b) {
        int[][] communes = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                communes[i][j] = a.get(i).equals(b.get(j))
                        ? communes[i + 1][j + 1] + 1
                        : Math.max(communes[i + 1][j], communes[i][j + 1]);
            }
        }
        return communes;
    }
}
