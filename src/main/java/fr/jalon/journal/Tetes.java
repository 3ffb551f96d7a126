package fr.jalon.journal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The heads of every chain at an instant, as a text of their own: number, digest of the text before, instant, count of entries,
 * then each chain, then what exempts the entries written before there were seals, then the seal of all that.
 */
record Tetes(
        long numero,
        String precedent,
        Instant quand,
        long entrees,
        Map<String, Tete> chaines,
        Map<String, Long> ancrages) {

    private static final String VERSION = "jalon-tetes 1";

    /** What a chain was. */
    record Tete(long seq, String empreinte, String sceau) {}

    /** A text that cannot be believed; the message says why. */
    static final class Fausses extends Exception {

        private static final long serialVersionUID = 1L;

        Fausses(String message) {
            super(message);
        }
    }

    String ecrire(CleDuJournal cle) {
        StringBuilder texte = new StringBuilder(VERSION + "\n");
        texte.append("numero ").append(numero).append('\n');
        texte.append("precedent ").append(precedent).append('\n');
        texte.append("quand ").append(quand).append('\n');
        texte.append("entrees ").append(entrees).append('\n');
        chaines.forEach((nom, t) -> texte.append("chaine ")
                .append(nom)
                .append(' ')
                .append(t.seq())
                .append(' ')
                .append(t.empreinte())
                .append(' ')
                .append(t.sceau() == null ? "-" : t.sceau())
                .append('\n'));
        ancrages.forEach((nom, seq) ->
                texte.append("ancrage ").append(nom).append(' ').append(seq).append('\n'));
        return texte + "sceau " + cle.sceau(texte.toString()) + "\n";
    }

    static Tetes lire(String texte, CleDuJournal cle) throws Fausses {
        int fin = texte.lastIndexOf("sceau ", texte.length() - 2);
        if (fin < 0 || (fin > 0 && texte.charAt(fin - 1) != '\n')) {
            throw new Fausses("n'est pas lisible : il a été modifié");
        }
        String corps = texte.substring(0, fin);
        if (!texte.endsWith("\n") || !cle.porte(corps, texte.substring(fin + 6).strip())) {
            throw new Fausses("a été modifié");
        }
        try {
            return lireLeCorps(corps.split("\n"));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
            throw new Fausses("n'est pas lisible : il a été modifié");
        }
    }

    private static Tetes lireLeCorps(String[] lignes) {
        Map<String, Tete> chaines = new TreeMap<>();
        Map<String, Long> ancrages = new TreeMap<>();
        List<String> tete = new ArrayList<>();
        for (String ligne : lignes) {
            String[] mots = ligne.split(" ");
            switch (mots[0]) {
                case "chaine" ->
                    chaines.put(
                            mots[1], new Tete(Long.parseLong(mots[2]), mots[3], "-".equals(mots[4]) ? null : mots[4]));
                case "ancrage" -> ancrages.put(mots[1], Long.parseLong(mots[2]));
                default -> tete.add(mots[1]);
            }
        }
        return new Tetes(
                Long.parseLong(tete.get(1)),
                tete.get(2),
                Instant.parse(tete.get(3)),
                Long.parseLong(tete.get(4)),
                chaines,
                ancrages);
    }
}
