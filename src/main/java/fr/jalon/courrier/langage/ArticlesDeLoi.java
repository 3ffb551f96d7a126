package fr.jalon.courrier.langage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * References to the law that stand together: a code is named once, with all its articles, "Code de justice administrative, articles
 * R421-1 et R421-5". What says more than a code and its articles stays as it was written, at its place.
 */
public final class ArticlesDeLoi {

    private static final String ESPACE = "[ \\u00a0\\u202f]";
    private static final String NUMERO = "[LRDA]?\\*?\\d+(?:-\\d+)*";
    /** "L262-4", "L262-4, 3°", "L262-37 (I, 1°)", "R262-88 à R262-91". */
    private static final String ARTICLE = NUMERO + "(?:,?" + ESPACE + "\\d+°)?(?:" + ESPACE + "\\([^)]*\\))?(?:"
            + ESPACE + "à" + ESPACE + NUMERO + ")?";

    private static final Pattern UN_ARTICLE = Pattern.compile(ARTICLE);
    private static final Pattern REFERENCE = Pattern.compile("(?<texte>\\S[^.;]*?), articles?" + ESPACE + "(?<articles>"
            + ARTICLE + "(?:(?:," + ESPACE + "|" + ESPACE + "et" + ESPACE + ")" + ARTICLE + ")*)");
    private static final Pattern PHRASES = Pattern.compile("(?<=\\.)\\s+");
    private static final Pattern NOMBRE = Pattern.compile("\\d+");
    /** Laws, then decrees of the Conseil d'État, then others. */
    private static final String LIVRES = "LRDA";

    private ArticlesDeLoi() {}

    /** Sentences, each with its stop: those of one code become one, where the first stood. */
    public static String enPhrases(String texte) {
        List<String> phrases = new ArrayList<>();
        for (String phrase : PHRASES.split(texte)) {
            phrases.add(phrase.endsWith(".") ? phrase.substring(0, phrase.length() - 1) : phrase);
        }
        List<String> rassemblees = rassembler(phrases);
        return rassemblees.equals(phrases) ? texte : String.join(". ", rassemblees) + ".";
    }

    /**
     * References without their stop; one that is alone of its code is not touched.
     *
     * @return those of one code as one, where the first stood
     */
    public static List<String> rassembler(List<String> references) {
        Map<String, Set<String>> articles = new LinkedHashMap<>();
        Map<String, Integer> fois = new LinkedHashMap<>();
        for (String reference : references) {
            Matcher lue = REFERENCE.matcher(reference);
            if (lue.matches()) {
                fois.merge(lue.group("texte"), 1, Integer::sum);
                UN_ARTICLE
                        .matcher(lue.group("articles"))
                        .results()
                        .forEach(a -> articles.computeIfAbsent(lue.group("texte"), t -> new LinkedHashSet<>())
                                .add(a.group()));
            }
        }
        Set<String> dits = new LinkedHashSet<>();
        List<String> rassemblees = new ArrayList<>();
        for (String reference : references) {
            Matcher lue = REFERENCE.matcher(reference);
            String texte = lue.matches() ? lue.group("texte") : null;
            if (texte == null || fois.get(texte) == 1) {
                rassemblees.add(reference);
            } else if (dits.add(texte)) {
                rassemblees.add(texte + ", " + enumerer(articles.get(texte)));
            }
        }
        return rassemblees;
    }

    private static String enumerer(Collection<String> articles) {
        List<String> tries = articles.stream().sorted(ordre()).collect(Collectors.toCollection(ArrayList::new));
        String dernier = tries.remove(tries.size() - 1);
        boolean seul = tries.isEmpty() && !dernier.contains("à");
        return (seul ? "article" : "articles") + "\u00a0"
                + (tries.isEmpty() ? dernier : String.join(", ", tries) + " et " + dernier);
    }

    /** As a table of contents: the book, then each number as a number. */
    private static Comparator<String> ordre() {
        return Comparator.comparingInt((String a) -> LIVRES.indexOf(a.charAt(0)))
                .thenComparing(ArticlesDeLoi::rang)
                .thenComparing(Comparator.naturalOrder());
    }

    private static String rang(String article) {
        return NOMBRE.matcher(article)
                .results()
                .map(n -> "%8s".formatted(n.group()).replace(' ', '0'))
                .collect(Collectors.joining("-"));
    }
}
