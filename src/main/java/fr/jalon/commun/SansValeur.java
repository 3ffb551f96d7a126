package fr.jalon.commun;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of every line of the log the values that databases, parsers and converters repeat in their complaints: a name, a date of
 * birth, the digest of a NIR. What was wrong stays, with the column, the key or the class; what was written in it goes. Used in the
 * pattern of {@code logback-spring.xml}, around the message and around the exception (option {@code faute}).
 */
public final class SansValeur extends CompositeConverter<ILoggingEvent> {

    private static final String TU = "…";

    /** Known complaints, wherever they stand; the group is the value. */
    private static final List<Pattern> PLAINTES = List.of(
            Pattern.compile("Duplicate entry '(.*?)' for key", Pattern.DOTALL),
            Pattern.compile("[Ii]ncorrect [\\w ]+ value: '(.*?)'(?= for| at|$|\\R)", Pattern.DOTALL),
            Pattern.compile("rejected value \\[(.*?)\\](?=;|$|\\R)", Pattern.DOTALL),
            Pattern.compile("Text '(.*?)' could not be parsed", Pattern.DOTALL),
            Pattern.compile("For input string: \"(.*?)\"(?=$|\\R| )", Pattern.DOTALL),
            Pattern.compile("from String \"(.*?)\":", Pattern.DOTALL),
            Pattern.compile("for value \\[(.*?)\\]", Pattern.DOTALL),
            Pattern.compile("No enum constant ([^\\s]+)"),
            Pattern.compile("Invalid UUID string: (.*)"),
            Pattern.compile("Query is: (.*)"));

    private static final Pattern CITATION = Pattern.compile("'[^'\\n]*'|\"[^\"\\n]*\"");

    /** A class, a property, a column, a key: names of ours, never somebody's. */
    private static final Pattern NOM_TECHNIQUE = Pattern.compile("[a-z][\\w$-]*([._][\\w$-]+)+");

    private static final Pattern CADRE = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ )");
    private static final Pattern DES_NOTRES = Pattern.compile("^(Caused by: |Suppressed: |Wrapped by: )?fr\\.jalon\\.");

    @Override
    protected String transform(ILoggingEvent evenement, String texte) {
        return taire(texte, "faute".equals(getFirstOption()));
    }

    /** @param faute whether it is the text of an exception, in which every quotation may be a value */
    static String taire(String texte, boolean faute) {
        String net = texte;
        for (Pattern plainte : PLAINTES) {
            net = plainte.matcher(net).replaceAll(m -> Matcher.quoteReplacement(sansLeGroupe(m)));
        }
        if (!faute || (net.indexOf('\'') < 0 && net.indexOf('"') < 0)) {
            return net;
        }
        StringBuilder lignes = new StringBuilder(net.length());
        for (String ligne : net.split("(?<=\n)")) {
            boolean laisser =
                    CADRE.matcher(ligne).find() || DES_NOTRES.matcher(ligne).find();
            lignes.append(laisser ? ligne : sansCitation(ligne));
        }
        return lignes.toString();
    }

    private static String sansLeGroupe(MatchResult trouve) {
        String tout = trouve.group();
        int debut = trouve.start(1) - trouve.start();
        int fin = trouve.end(1) - trouve.start();
        return tout.substring(0, debut) + TU + tout.substring(fin);
    }

    private static String sansCitation(String ligne) {
        return CITATION.matcher(ligne).replaceAll(m -> {
            String citation = m.group();
            String contenu = citation.substring(1, citation.length() - 1);
            boolean technique =
                    contenu.isEmpty() || NOM_TECHNIQUE.matcher(contenu).matches();
            char borne = citation.charAt(0);
            return Matcher.quoteReplacement(technique ? citation : borne + TU + borne);
        });
    }
}
