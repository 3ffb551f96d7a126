package fr.jalon.courrier;

import fr.jalon.courrier.langage.ArticlesDeLoi;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * References to the law as a person reads them: the rule tables write "CASF, art. L262-2 et L262-3", a letter writes "Code de l'action
 * sociale et des familles, articles L262-2 et L262-3". The names of the codes are the table {@code courriers/codes.csv}.
 */
final class TextesDeLoi {

    private static final Map<String, String> CODES = TablesCourrier.lire("courriers/codes.csv").stream()
            .collect(Collectors.toUnmodifiableMap(l -> l.get("sigle"), l -> l.get("nom")));
    private static final Pattern REFERENCE = Pattern.compile("([^;,]+), art\\. ([^;]+)");
    private static final Pattern NUMERO = Pattern.compile("\\b[LRD]\\*?\\d+(-\\d+)*");

    private TextesDeLoi() {}

    /** The reference spelled out, null for null; what is no reference stays as it is. */
    static String enToutesLettres(String reference) {
        if (reference == null) {
            return null;
        }
        String entiere = REFERENCE
                .matcher(reference)
                .replaceAll(m -> Matcher.quoteReplacement(code(m.group(1)) + ", " + articles(m.group(2))));
        return String.join(" ; ", ArticlesDeLoi.rassembler(List.of(entiere.split("\\s*;\\s+"))));
    }

    private static String code(String sigle) {
        String espace = sigle.startsWith(" ") ? " " : "";
        return espace + CODES.getOrDefault(sigle.strip(), sigle.strip());
    }

    private static String articles(String numeros) {
        List<String> cites =
                NUMERO.matcher(numeros).results().map(r -> r.group()).toList();
        return (cites.size() > 1 || numeros.contains("et suivants") ? "articles " : "article ") + numeros;
    }
}
