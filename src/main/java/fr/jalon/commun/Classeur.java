package fr.jalon.commun;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A table as a file that a French spreadsheet opens at once. No cell can run there: a CSV cell that would be read as a formula
 * gets an apostrophe before it, an XLSX cell is a text by its type. Nothing is laid on a disk.
 */
public final class Classeur {

    private static final String MARQUE_UTF8 = "\ufeff";
    private static final Pattern A_ENTOURER = Pattern.compile("[;\"\r\n]|^\\s|\\s$");
    private static final String DANGEREUX = "=+-@\t\r\n";

    /** The same signs in full width, which some spreadsheets read as the plain ones. */
    private static final String PLEINE_CHASSE = "\uff1d\uff0b\uff0d\uff20\u2212\ufe66\ufe62\ufe63\ufe6b";

    private static final int LARGEUR = 28 * 256;

    private Classeur() {}

    /** UTF-8 with its mark, semicolons, CRLF. */
    public static byte[] csv(List<String> titres, List<List<String>> rangees) {
        StringBuilder texte = new StringBuilder(MARQUE_UTF8);
        ligne(texte, titres);
        rangees.forEach(r -> ligne(texte, r));
        return texte.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One sheet whose first row stays in sight. */
    public static byte[] xlsx(String feuille, List<String> titres, List<List<String>> rangees) {
        try (XSSFWorkbook classeur = new XSSFWorkbook();
                ByteArrayOutputStream sortie = new ByteArrayOutputStream()) {
            Sheet page = classeur.createSheet(feuille);
            page.createFreezePane(0, 1);
            CellStyle gras = classeur.createCellStyle();
            Font police = classeur.createFont();
            police.setBold(true);
            gras.setFont(police);
            CellStyle texte = classeur.createCellStyle();
            texte.setDataFormat(classeur.createDataFormat().getFormat("@"));
            texte.setWrapText(true);
            rangee(page.createRow(0), titres, gras);
            for (int i = 0; i < rangees.size(); i++) {
                rangee(page.createRow(i + 1), rangees.get(i), texte);
            }
            for (int i = 0; i < titres.size(); i++) {
                page.setColumnWidth(i, LARGEUR);
            }
            classeur.write(sortie);
            return sortie.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text that was written, whether an export protected it or not. */
    public static String sansProtection(String cellule) {
        return cellule != null && cellule.length() > 1 && cellule.charAt(0) == '\'' && dangereux(cellule.substring(1))
                ? cellule.substring(1)
                : cellule;
    }

    /** What stands first once what nobody sees is left out: a spreadsheet leaves it out as well. */
    private static boolean dangereux(String texte) {
        for (int i = 0; i < texte.length(); i++) {
            char c = texte.charAt(i);
            if (DANGEREUX.indexOf(c) >= 0 || PLEINE_CHASSE.indexOf(c) >= 0) {
                return true;
            }
            if (!invisible(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean invisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL
                || c == '\u115f'
                || c == '\u3164';
    }

    private static void ligne(StringBuilder texte, List<String> cellules) {
        for (int i = 0; i < cellules.size(); i++) {
            String valeur = cellules.get(i) == null ? "" : cellules.get(i);
            valeur = dangereux(valeur) ? "'" + valeur : valeur;
            texte.append(i == 0 ? "" : ";");
            texte.append(A_ENTOURER.matcher(valeur).find() ? '"' + valeur.replace("\"", "\"\"") + '"' : valeur);
        }
        texte.append("\r\n");
    }

    private static void rangee(Row rangee, List<String> cellules, CellStyle style) {
        for (int i = 0; i < cellules.size(); i++) {
            if (cellules.get(i) != null && !cellules.get(i).isEmpty()) {
                Cell cellule = rangee.createCell(i);
                cellule.setCellValue(cellules.get(i));
                cellule.setCellStyle(style);
            }
        }
    }
}
