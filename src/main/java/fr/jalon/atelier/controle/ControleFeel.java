package fr.jalon.atelier.controle;

import fr.jalon.moteur.LecteurDeModeles;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FEEL of tables and forms: a closed list of functions, loops over lists alone, short and shallow; then the engine's own parser. */
final class ControleFeel {

    private static final Pattern TEXTE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern APPEL =
            Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*(?: +[\\p{L}_][\\p{L}\\p{N}_]*)*) *\\(");
    private static final Pattern BOUCLE = Pattern.compile("\\b(for|some|every)\\b");
    private static final Pattern INTERDIT = Pattern.compile("\\b(function|external|instance\\s+of)\\b|->");
    private static final Pattern ITERATION = Pattern.compile(
            "[\\p{L}_][\\p{L}\\p{N}_]*\\s+in\\s+(?:[\\p{L}_][\\p{L}\\p{N}_.]*|-?\\d{1,6}\\s*\\.\\.\\s*(?:count\\(\\s*[\\p{L}_][\\p{L}\\p{N}_.]*\\s*\\)|(\\d{1,9})))"
                    + "\\s+(?:return|satisfies)\\b");
    private static final Set<String> MOTS_AVANT =
            Set.of("if", "then", "else", "return", "in", "and", "or", "satisfies", "between", "for", "some", "every");

    private final Politique politique;
    private final LecteurDeModeles moteur;
    private final Rapport rapport;
    private final Set<String> connues = new HashSet<>();

    ControleFeel(Politique politique, LecteurDeModeles moteur, Rapport rapport) {
        this.politique = politique;
        this.moteur = moteur;
        this.rapport = rapport;
    }

    /** @param test true for a cell of conditions; {@code noeud} may be null, then {@code element} names the place */
    void controler(Noeud noeud, String element, String expression, boolean test) {
        if (expression.isBlank() || !connues.add(test + expression)) {
            return;
        }
        String faute = mesure(expression);
        if (faute == null) {
            String nue = TEXTE.matcher(expression).replaceAll("\"\"");
            if (!bornee(nue)) {
                dire(Regle.BOUCLE_FEEL, noeud, element, expression);
                return;
            }
            faute = appels(nue);
        }
        if (faute == null) {
            Optional<String> moteurDit = moteur.fauteFeel(expression, test);
            faute = moteurDit.orElse(null);
        }
        if (faute != null) {
            dire(Regle.FEEL, noeud, element, expression, faute);
        }
    }

    private void dire(Regle regle, Noeud noeud, String element, Object... precisions) {
        if (noeud != null) {
            rapport.dire(regle, noeud, precisions);
        } else {
            rapport.ajouter(regle, element, null, precisions);
        }
    }

    private String mesure(String expression) {
        if (expression.length() > politique.nombre("feel.max")) {
            return "elle est trop longue.";
        }
        int profondeur = 0;
        int max = 0;
        for (char c : TEXTE.matcher(expression).replaceAll("").toCharArray()) {
            if (c == '(' || c == '[' || c == '{') {
                max = Math.max(max, ++profondeur);
            } else if (c == ')' || c == ']' || c == '}') {
                profondeur--;
            }
        }
        return max > politique.nombre("feel.profondeur") ? "elle est trop compliquée." : null;
    }

    private boolean bornee(String nue) {
        Matcher boucle = BOUCLE.matcher(nue);
        int boucles = 0;
        while (boucle.find()) {
            Matcher iteration = ITERATION.matcher(nue).region(boucle.end(), nue.length());
            int debut = boucle.end();
            while (debut < nue.length() && Character.isWhitespace(nue.charAt(debut))) {
                debut++;
            }
            iteration.region(debut, nue.length());
            boolean simple = iteration.lookingAt()
                    && (iteration.group(1) == null
                            || Integer.parseInt(iteration.group(1)) <= politique.nombre("feel.boucle.max"));
            if (!simple || ++boucles > 2) {
                return false;
            }
        }
        return true;
    }

    private String appels(String nue) {
        if (INTERDIT.matcher(nue).find()) {
            return "« function » n’est pas permis.";
        }
        Matcher appel = APPEL.matcher(nue);
        while (appel.find()) {
            String nom = sansMotsAvant(appel.group(1).replaceAll(" +", " "));
            if (!nom.isEmpty() && !politique.liste("feel.fonctions").contains(nom)) {
                return "la fonction « " + nom + " » n’est pas permise.";
            }
        }
        return null;
    }

    /** "else sum" calls sum: words of the language before a name are not of the name. */
    private String sansMotsAvant(String lu) {
        String nom = lu;
        while (!politique.liste("feel.fonctions").contains(nom)) {
            int espace = nom.indexOf(' ');
            if (espace < 0) {
                return MOTS_AVANT.contains(nom) ? "" : nom;
            }
            nom = nom.substring(espace + 1);
        }
        return nom;
    }
}
