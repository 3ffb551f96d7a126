package fr.jalon.pilotage;

import fr.jalon.agent.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the thresholds; what is wrong is told with its line, and nothing starts. */
final class LectureDesAlertes {

    private static final int COLONNES = 11;
    private static final String TOUT = "*";

    private LectureDesAlertes() {}

    /**
     * The rules, in the order of the file.
     *
     * @param indicateurs codes that a rule may name
     * @throws IllegalStateException with the line of what is wrong
     */
    static List<RegleDAlerte> lire(List<String> lignes, Set<String> indicateurs) {
        List<RegleDAlerte> regles = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < lignes.size(); i++) {
            if (lignes.get(i).isBlank() || lignes.get(i).startsWith("#")) {
                continue;
            }
            RegleDAlerte regle = regle(i + 1, lignes.get(i).split(";", -1), indicateurs);
            if (!codes.add(regle.code())) {
                throw faute(i + 1, "le code " + regle.code() + " y est deux fois");
            }
            regles.add(regle);
        }
        return List.copyOf(regles);
    }

    private static RegleDAlerte regle(int numero, String[] c, Set<String> indicateurs) {
        if (c.length != COLONNES || Arrays.stream(c).anyMatch(String::isBlank)) {
            throw faute(numero, "il faut " + COLONNES + " colonnes, toutes remplies");
        }
        Grandeur grandeur =
                Grandeur.lire(c[2]).orElseThrow(() -> faute(numero, "« " + c[2] + " » n'est pas une mesure"));
        if (grandeur instanceof Grandeur.Indicateur i && !indicateurs.contains(i.code())) {
            throw faute(numero, "l'indicateur " + i.code() + " n'existe pas");
        }
        boolean auDessus = c[5].equals("AU_DESSUS");
        if (!auDessus && !c[5].equals("EN_DESSOUS")) {
            throw faute(numero, "« " + c[5] + " » n'est ni AU_DESSUS ni EN_DESSOUS");
        }
        return new RegleDAlerte(
                c[0],
                c[1],
                grandeur,
                ouTout(c[3]),
                ouTout(c[4]),
                new RegleDAlerte.Seuil(
                        auDessus,
                        nombre(numero, c[6]),
                        nombre(numero, c[7]),
                        nombre(numero, c[8]),
                        nombre(numero, c[9])),
                lecteurs(numero, c[10]));
    }

    private static String ouTout(String code) {
        return code.equals(TOUT) ? null : code;
    }

    private static int nombre(int numero, String texte) {
        try {
            int nombre = Integer.parseInt(texte);
            if (nombre >= 0) {
                return nombre;
            }
        } catch (NumberFormatException e) {
            throw faute(numero, "« " + texte + " » n'est pas un nombre entier");
        }
        throw faute(numero, "« " + texte + " » est négatif");
    }

    private static Set<Role> lecteurs(int numero, String texte) {
        try {
            return Arrays.stream(texte.split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw faute(numero, "« " + texte + " » nomme un rôle inconnu");
        }
    }

    private static IllegalStateException faute(int numero, String message) {
        return new IllegalStateException("pilotage/alertes.csv, ligne " + numero + " : " + message);
    }
}
