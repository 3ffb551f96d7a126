package fr.jalon.importation.lecture;

import fr.jalon.commun.SaisieInvalide;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a sheet row by row. Formulas are never run: the value that they had when the file was saved is read. Puts the cells at their
 * place, because those that are empty are absent from the file; a cell that cannot be read is named by its row and column.
 */
final class FeuilleXlsx extends DefaultHandler {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final Pattern JOUR_ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*)?");
    private static final int FORMULE_MONTREE = 80;

    private final Receveur receveur;
    private final TextesXlsx textes;
    private final StylesXlsx styles;
    private final boolean depuis1904;
    private final List<String> cellules = new ArrayList<>();
    private final List<Integer> masquees = new ArrayList<>();
    private final List<String> colonnesMasquees = new ArrayList<>();
    private final StringBuilder valeur = new StringBuilder();
    private final StringBuilder formule = new StringBuilder();
    private int numero;
    private boolean masquee;
    private boolean dansLesDonnees;
    private boolean phonetique;
    private StringBuilder prend;
    private String reference;
    private String genre;
    private String style;
    private boolean aUneFormule;
    private int rendues;

    FeuilleXlsx(Receveur receveur, TextesXlsx textes, StylesXlsx styles, boolean depuis1904) {
        this.receveur = receveur;
        this.textes = textes;
        this.styles = styles;
        this.depuis1904 = depuis1904;
    }

    @Override
    public void startElement(String espace, String nom, String complet, Attributes attributs) {
        switch (nom) {
            case "sheetData" -> dansLesDonnees = true;
            case "col" -> noterColonne(attributs);
            case "row" -> ouvrirRangee(attributs);
            case "c" -> ouvrirCellule(attributs);
            case "rPh" -> phonetique = true;
            case "v" -> prend = valeur;
            case "t" -> prend = phonetique ? null : valeur;
            case "f" -> {
                aUneFormule = true;
                prend = formule;
            }
            default -> prend = null;
        }
    }

    @Override
    public void characters(char[] caracteres, int debut, int longueur) {
        if (prend == formule && formule.length() < FORMULE_MONTREE) {
            formule.append(caracteres, debut, Math.min(longueur, FORMULE_MONTREE));
        } else if (prend == valeur) {
            if (valeur.length() + longueur > 2 * LecteurTableau.CELLULE_MAX) {
                throw LecteurTableau.celluleTropLongue(numero);
            }
            valeur.append(caracteres, debut, longueur);
        }
    }

    @Override
    public void endElement(String espace, String nom, String complet) {
        switch (nom) {
            case "c" -> fermerCellule();
            case "row" -> rendre();
            case "sheetData" -> dansLesDonnees = false;
            case "rPh" -> phonetique = false;
            default -> prend = null;
        }
    }

    private void noterColonne(Attributes attributs) {
        if (!vrai(attributs.getValue("hidden"))) {
            return;
        }
        int premiere = entier(attributs.getValue("min"), 0);
        int derniere = Math.min(entier(attributs.getValue("max"), 0), LecteurTableau.COLONNES_MAX);
        for (int colonne = Math.max(1, premiere); colonne <= derniere; colonne++) {
            colonnesMasquees.add(lettres(colonne - 1));
        }
    }

    private void ouvrirRangee(Attributes attributs) {
        cellules.clear();
        String rang = attributs.getValue("r");
        numero = rang == null ? numero + 1 : entier(rang, -1);
        if (numero < 1) {
            throw LecteurTableau.illisible(
                    "Une ligne de ce classeur est abîmée. Copiez le tableau dans un nouveau classeur.");
        }
        masquee = vrai(attributs.getValue("hidden"));
    }

    private void ouvrirCellule(Attributes attributs) {
        reference = attributs.getValue("r");
        genre = attributs.getValue("t");
        style = attributs.getValue("s");
        valeur.setLength(0);
        formule.setLength(0);
        aUneFormule = false;
    }

    private void fermerCellule() {
        if (!dansLesDonnees) {
            return;
        }
        String texte = texte();
        int colonne = colonne();
        if (colonne >= LecteurTableau.COLONNES_MAX) {
            if (!texte.isBlank()) {
                throw LecteurTableau.tropDeColonnes();
            }
            return;
        }
        if (texte.length() > LecteurTableau.CELLULE_MAX) {
            throw LecteurTableau.celluleTropLongue(numero);
        }
        while (cellules.size() < colonne) {
            cellules.add("");
        }
        if (colonne < cellules.size()) {
            cellules.set(colonne, texte);
        } else {
            cellules.add(texte);
        }
    }

    private int colonne() {
        if (reference == null) {
            return cellules.size();
        }
        java.util.regex.Matcher lue = REFERENCE.matcher(reference.toUpperCase(Locale.ROOT));
        if (!lue.matches()) {
            throw illisible(null);
        }
        int colonne = 0;
        for (char lettre : lue.group(1).toCharArray()) {
            colonne = colonne * 26 + lettre - 'A' + 1;
        }
        return colonne - 1;
    }

    private String texte() {
        String brut = valeur.toString();
        try {
            if (brut.isEmpty()) {
                // A program wrote the formula and nobody ever opened the file: there is no value to read
                return aUneFormule ? "=" + formule : "";
            }
            return switch (genre == null ? "n" : genre) {
                case "s" -> textes.lire(Integer.parseInt(brut.strip()));
                case "inlineStr", "str" -> TextesXlsx.net(brut);
                case "b" -> "1".equals(brut.strip()) || "true".equals(brut.strip()) ? "TRUE" : "FALSE";
                case "e" -> brut.strip();
                case "d" ->
                    JOUR_ISO.matcher(brut.strip()).matches() ? brut.strip().substring(0, 10) : brut.strip();
                default -> nombre(brut.strip());
            };
        } catch (SaisieInvalide refus) {
            throw refus;
        } catch (RuntimeException e) {
            throw illisible(e);
        }
    }

    private String nombre(String brut) {
        double lu = Double.parseDouble(brut);
        if (Double.isNaN(lu) || Double.isInfinite(lu)) {
            throw new NumberFormatException(brut);
        }
        return styles.montrer(lu, style, depuis1904);
    }

    private RuntimeException illisible(RuntimeException cause) {
        boolean nommee = reference != null && REFERENCE.matcher(reference).matches();
        RuntimeException refus = LecteurTableau.illisible(
                (nommee ? "La case " + reference + " (ligne " + numero + ")" : "Une case de la ligne " + numero)
                        + " ne peut pas être lue : le classeur y est abîmé. Écrivez-la à nouveau dans le tableur, puis"
                        + " enregistrez.");
        if (cause != null) {
            refus.initCause(cause);
        }
        return refus;
    }

    private void rendre() {
        if (cellules.stream().allMatch(String::isBlank)) {
            return;
        }
        if (masquee) {
            masquees.add(numero);
        }
        rendues++;
        receveur.rangee(numero, List.copyOf(cellules));
    }

    private static boolean vrai(String attribut) {
        return "1".equals(attribut) || "true".equals(attribut);
    }

    private static int entier(String texte, int sinon) {
        return texte != null && texte.matches("\\d{1,7}") ? Integer.parseInt(texte) : sinon;
    }

    private static String lettres(int colonne) {
        StringBuilder nom = new StringBuilder();
        for (int reste = colonne; reste >= 0; reste = reste / 26 - 1) {
            nom.insert(0, (char) ('A' + reste % 26));
        }
        return nom.toString();
    }

    int rendues() {
        return rendues;
    }

    /** Numbers of the rows that a filter or a hand hides, and that are read like the others. */
    List<Integer> masquees() {
        return masquees;
    }

    /** Letters of the columns that are hidden, and read like the others. */
    List<String> colonnesMasquees() {
        return colonnesMasquees;
    }
}
