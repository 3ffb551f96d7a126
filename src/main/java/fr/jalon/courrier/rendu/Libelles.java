package fr.jalon.courrier.rendu;

import fr.jalon.courrier.langage.Typographie;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** Words printed around the text, from {@code courriers/libelles.properties}. */
public final class Libelles {

    private static final Properties TEXTES = new Properties();

    static {
        try (Reader lecteur = new InputStreamReader(
                new ClassPathResource("courriers/libelles.properties").getInputStream(), StandardCharsets.UTF_8)) {
            TEXTES.load(lecteur);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Libelles() {}

    /** A text with its numbered blanks filled; a value is never read as a pattern. */
    public static String de(String cle, String... valeurs) {
        String texte = TEXTES.getProperty(cle);
        if (texte == null) {
            throw new IllegalArgumentException("libellé absent : " + cle);
        }
        String[] parties = texte.split("(?=\\{\\d\\})|(?<=\\{\\d\\})");
        StringBuilder rempli = new StringBuilder();
        for (String partie : parties) {
            boolean blanc = partie.matches("\\{\\d\\}");
            rempli.append(blanc ? valeurs[Character.digit(partie.charAt(1), 10)] : partie);
        }
        return Typographie.francaise(rempli.toString());
    }
}
