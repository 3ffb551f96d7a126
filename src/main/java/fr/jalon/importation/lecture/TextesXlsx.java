package fr.jalon.importation.lecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that the cells share, in their order; how a text sounds (phonetic runs) is no part of it. */
final class TextesXlsx extends DefaultHandler {

    private static final Pattern ECHAPPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> textes = new ArrayList<>();
    private final StringBuilder texte = new StringBuilder();
    private boolean dansLeTexte;
    private boolean phonetique;

    @Override
    public void startElement(String espace, String nom, String complet, Attributes attributs) {
        switch (nom) {
            case "si" -> texte.setLength(0);
            case "rPh" -> phonetique = true;
            case "t" -> dansLeTexte = !phonetique;
            default -> dansLeTexte = false;
        }
    }

    @Override
    public void endElement(String espace, String nom, String complet) {
        switch (nom) {
            case "si" -> textes.add(net(texte.toString()));
            case "rPh" -> phonetique = false;
            default -> dansLeTexte = false;
        }
    }

    @Override
    public void characters(char[] caracteres, int debut, int longueur) {
        // One above the limit of a cell is enough to refuse it where it is shown
        if (dansLeTexte && texte.length() <= LecteurTableau.CELLULE_MAX) {
            texte.append(caracteres, debut, longueur);
        }
    }

    /** The characters that a workbook writes by their number: {@code _x000D_}. */
    static String net(String brut) {
        return brut.contains("_x")
                ? ECHAPPE.matcher(brut)
                        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                                "000D".equalsIgnoreCase(m.group(1))
                                        ? ""
                                        : String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                : brut;
    }

    int nombre() {
        return textes.size();
    }

    String lire(int rang) {
        return textes.get(rang);
    }
}
