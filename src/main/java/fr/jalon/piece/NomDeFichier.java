package fr.jalon.piece;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A file name that cannot do harm: no path, no control or direction character, at most 200 characters with its ending kept. */
final class NomDeFichier {

    private static final int MAX = 200;
    private static final Pattern INTERDITS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\"<>|:*?;]+");

    private NomDeFichier() {}

    static String net(String nom, TypeFichier type) {
        String texte = nom == null ? "" : Normalizer.normalize(nom, Normalizer.Form.NFC);
        texte = texte.substring(Math.max(texte.lastIndexOf('/'), texte.lastIndexOf('\\')) + 1);
        texte = INTERDITS.matcher(texte).replaceAll("").strip().replaceAll("^\\.+", "");
        if (texte.isEmpty()) {
            texte = "piece." + type.extension();
        }
        if (texte.length() > MAX) {
            String fin = "." + type.extension();
            int coupe = texte.offsetByCodePoints(0, Math.min(texte.codePointCount(0, texte.length()), MAX - 10));
            texte = texte.substring(0, coupe) + fin;
        }
        return texte;
    }
}
