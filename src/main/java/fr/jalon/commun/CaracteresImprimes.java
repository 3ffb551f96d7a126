package fr.jalon.commun;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.springframework.core.io.ClassPathResource;

/** The characters that the fonts of the letters hold, from {@code langues/caracteres-imprimes.txt}. */
final class CaracteresImprimes {

    private static final int HEXADECIMAL = 16;
    private static final BitSet CONTENUS = lire();

    private CaracteresImprimes() {}

    /** Whether it is printed, or has nothing to print: a joiner, a direction, the end of a line. */
    static boolean contient(int caractere) {
        return CONTENUS.get(caractere) || invisible(caractere);
    }

    private static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c)
                || c == FINE
                || (c >= 0xfe00 && c <= 0xfe0f)
                || (c >= 0xe0100 && c <= 0xe01ef);
    }

    /** The narrow no-break space, drawn by the thin one. */
    private static final int FINE = 0x202f;

    private static BitSet lire() {
        BitSet contenus = new BitSet();
        try (BufferedReader lignes = new BufferedReader(new InputStreamReader(
                new ClassPathResource("langues/caracteres-imprimes.txt").getInputStream(), StandardCharsets.UTF_8))) {
            lignes.lines()
                    .filter(l -> !l.startsWith("#"))
                    .flatMap(l -> Arrays.stream(l.split(" ")))
                    .map(plage -> plage.split("-"))
                    .forEach(bornes -> contenus.set(
                            Integer.parseInt(bornes[0], HEXADECIMAL),
                            Integer.parseInt(bornes[bornes.length - 1], HEXADECIMAL) + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contenus;
    }
}
