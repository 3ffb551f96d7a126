package fr.jalon.courrier.rendu;

import fr.jalon.commun.Ecritures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The embedded fonts and, for each style, the order in which they are tried. Atkinson Hyperlegible Next is made for
 * readers with low vision; DejaVu covers Arabic, Hebrew, Cyrillic and many more; Noto Emoji and one
 * Noto font for each further script the rest. All are free.
 */
final class Polices {

    /** Printed in place of a character that no font holds. */
    static final int INCONNU = 0x25a1;

    private static final int PREMIER_EMOJI = 0x1f000;

    private final Police dejavu = Police.lire("DejaVuSans");
    private final Police dejavuGras = Police.lire("DejaVuSans-Bold");
    private final Police emoji = Police.lire("NotoEmoji-Regular");
    private final Map<String, Police> parEcriture = new ConcurrentHashMap<>();
    private final List<Police> maigres;
    private final List<Police> grasses;

    private Polices() {
        maigres = List.of(Police.lire("AtkinsonHyperlegibleNext-Regular"), dejavu, emoji);
        grasses = List.of(Police.lire("AtkinsonHyperlegibleNext-Bold"), dejavuGras, dejavu, emoji);
    }

    private static final class Partagees {
        private static final Polices UNIQUES = new Polices();
    }

    /** The fonts, parsed at the first letter. */
    static Polices partagees() {
        return Partagees.UNIQUES;
    }

    /** Font that holds all these characters, or null. */
    Police pour(int[] caracteres, boolean gras) {
        if (caracteres[0] >= PREMIER_EMOJI && couvre(emoji, caracteres)) {
            return emoji;
        }
        return (gras ? grasses : maigres)
                .stream().filter(p -> couvre(p, caracteres)).findFirst().orElseGet(() -> deLEcriture(caracteres));
    }

    /** The font of a script that the others do not hold: read the first time that somebody writes in it. */
    private Police deLEcriture(int[] caracteres) {
        return Ecritures.police(caracteres[0])
                .map(nom -> parEcriture.computeIfAbsent(nom, Police::lire))
                .filter(p -> couvre(p, caracteres))
                .orElse(null);
    }

    Police deSecours(boolean gras) {
        return gras ? dejavuGras : dejavu;
    }

    private static boolean couvre(Police police, int[] caracteres) {
        return IntStream.of(caracteres).allMatch(police::couvre);
    }
}
