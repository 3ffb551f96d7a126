package fr.jalon.piece;

import fr.jalon.commun.Textes;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file name that cannot do harm: no path, no control or direction character, at most 200 characters, and the ending of what the
 * file really is, so that nobody's computer runs it as something else.
 */
final class NomDeFichier {

    private static final int MAX = 200;
    private static final Pattern INTERDITS =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\uFFFD\\u2028\\u2029\"<>|:*?;%]+");

    private NomDeFichier() {}

    static String net(String nom, TypeFichier type) {
        String texte = nom == null ? "" : Normalizer.normalize(nom, Normalizer.Form.NFC);
        texte = texte.substring(Math.max(texte.lastIndexOf('/'), texte.lastIndexOf('\\')) + 1);
        texte = INTERDITS.matcher(texte).replaceAll("").strip().replaceAll("^[.\\s]+", "");
        String fin = type.extensions().stream()
                .map(extension -> "." + extension)
                .filter(texte.toLowerCase(Locale.ROOT)::endsWith)
                .findFirst()
                .orElse("");
        String debut = texte.substring(0, texte.length() - fin.length());
        if (debut.isBlank()) {
            debut = "piece";
        }
        String suffixe =
                fin.isEmpty() ? "." + type.extensions().get(0) : texte.substring(texte.length() - fin.length());
        return Textes.couper(debut, MAX - suffixe.length()) + suffixe;
    }
}
