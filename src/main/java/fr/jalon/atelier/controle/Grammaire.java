package fr.jalon.atelier.controle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of the expressions of a process: variables, literals, comparisons, and, or, not, parentheses. No call, no property, no
 * index, no arithmetic: nothing that reaches an object. Checked on what was parsed, never by searching for words.
 */
final class Grammaire {

    private static final Pattern SIGNE =
            Pattern.compile("\\s*(?:(==|!=|<=|>=|&&|\\|\\||[!<>()])|('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
                    + "|(-?\\d{1,15}(?:\\.\\d{1,6})?)|([\\p{L}_][\\p{L}\\p{N}_]*))");
    private static final Set<String> COMPARAISONS =
            Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Set<String> LITTERAUX = Set.of("true", "false", "null");
    private static final Set<String> MOTS =
            Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "empty", "div", "mod", "instanceof");

    private final Politique politique;
    private final Set<String> interdits;
    private List<String> signes = List.of();
    private int place;
    private int profondeur;

    Grammaire(Politique politique, Set<String> gestes) {
        this.politique = politique;
        this.interdits = gestes;
    }

    /** Stops the reading with what is wrong, in French. */
    private static final class Faute extends Exception {

        private static final long serialVersionUID = 1L;

        Faute(String message) {
            super(message);
        }
    }

    /** What is wrong with a whole expression {@code ${...}}; null when nothing is. */
    String faute(String expression) {
        if (expression.length() > politique.nombre("expression.max")) {
            return "elle est trop longue.";
        }
        if (!expression.startsWith("${") || !expression.endsWith("}")) {
            return "elle doit être tout entière entre ${ et }.";
        }
        String dedans = expression.substring(2, expression.length() - 1);
        try {
            signes = decouper(dedans);
            place = 0;
            profondeur = 0;
            ou();
            if (place < signes.size()) {
                throw new Faute("« " + signes.get(place) + " » n’est pas attendu là.");
            }
            return null;
        } catch (Faute e) {
            return e.getMessage();
        }
    }

    private static List<String> decouper(String texte) throws Faute {
        List<String> signes = new ArrayList<>();
        Matcher signe = SIGNE.matcher(texte);
        int fin = 0;
        while (signe.find() && signe.start() == fin) {
            signes.add(signe.group().strip());
            fin = signe.end();
        }
        if (!texte.substring(fin).isBlank()) {
            throw new Faute("« " + texte.substring(fin).strip().charAt(0) + " » n’est pas permis.");
        }
        return signes;
    }

    private void ou() throws Faute {
        et();
        while (prendre("||") || prendre("or")) {
            et();
        }
    }

    private void et() throws Faute {
        comparaison();
        while (prendre("&&") || prendre("and")) {
            comparaison();
        }
    }

    private void comparaison() throws Faute {
        unaire();
        if (place < signes.size() && COMPARAISONS.contains(signes.get(place))) {
            place++;
            unaire();
        }
    }

    private void unaire() throws Faute {
        if (++profondeur > politique.nombre("expression.profondeur")) {
            throw new Faute("elle est trop compliquée.");
        }
        if (prendre("!") || prendre("not") || prendre("empty")) {
            unaire();
        } else {
            terme();
        }
        profondeur--;
    }

    private void terme() throws Faute {
        if (place >= signes.size()) {
            throw new Faute("elle n’est pas finie.");
        }
        if (prendre("(")) {
            ou();
            if (!prendre(")")) {
                throw new Faute("une parenthèse n’est pas fermée.");
            }
            return;
        }
        String signe = signes.get(place++);
        char premier = signe.charAt(0);
        if (premier == '\'' || premier == '"') {
            if (signe.contains("${") || signe.contains("#{")) {
                throw new Faute("un texte ne contient pas d’expression.");
            }
        } else if (Character.isLetter(premier) || premier == '_') {
            nommer(signe);
        } else if (!Character.isDigit(premier) && premier != '-') {
            throw new Faute("« " + signe + " » n’est pas attendu là.");
        }
    }

    private void nommer(String nom) throws Faute {
        if (LITTERAUX.contains(nom)) {
            return;
        }
        if (MOTS.contains(nom)) {
            throw new Faute("« " + nom + " » n’est pas attendu là.");
        }
        if (politique.liste("noms.reserves").contains(nom) || interdits.contains(nom)) {
            throw new Faute("« " + nom + " » n’est pas une information du dossier.");
        }
        if (place < signes.size() && signes.get(place).equals("(")) {
            throw new Faute("aucun appel n’est permis.");
        }
    }

    private boolean prendre(String signe) {
        if (place < signes.size() && signes.get(place).equals(signe)) {
            place++;
            return true;
        }
        return false;
    }
}
