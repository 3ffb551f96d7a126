package fr.jalon.demonstration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The same table as an Excel workbook, with true dates and true numbers, as somebody would type them. */
final class ClasseurExemple {

    private ClasseurExemple() {}

    static byte[] ecrire(List<Map<String, String>> lignes) {
        try (XSSFWorkbook classeur = new XSSFWorkbook();
                ByteArrayOutputStream sortie = new ByteArrayOutputStream()) {
            CellStyle date = classeur.createCellStyle();
            date.setDataFormat(classeur.createDataFormat().getFormat("dd/mm/yyyy"));
            CellStyle montant = classeur.createCellStyle();
            montant.setDataFormat(classeur.createDataFormat().getFormat("# ##0.00"));
            Sheet feuille = classeur.createSheet("Demandes");
            feuille.createFreezePane(0, 1);
            Row titres = feuille.createRow(0);
            int colonne = 0;
            for (String titre : lignes.get(0).keySet()) {
                titres.createCell(colonne++).setCellValue(titre);
            }
            for (int i = 0; i < lignes.size(); i++) {
                ecrire(feuille.createRow(i + 1), lignes.get(i), date, montant);
            }
            classeur.write(sortie);
            return sortie.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ecrire(Row rangee, Map<String, String> ligne, CellStyle date, CellStyle montant) {
        int rang = 0;
        for (Map.Entry<String, String> caseLue : ligne.entrySet()) {
            String valeur = caseLue.getValue();
            if (!valeur.isEmpty()) {
                Cell cellule = rangee.createCell(rang);
                if (caseLue.getKey().startsWith("date_") && estDate(valeur)) {
                    cellule.setCellValue(LocalDate.parse(valeur, DatesRecentes.JOUR));
                    cellule.setCellStyle(date);
                } else if (valeur.matches("[\\d ]+,\\d{2}")) {
                    cellule.setCellValue(
                            Double.parseDouble(valeur.replace(" ", "").replace(',', '.')));
                    cellule.setCellStyle(montant);
                } else {
                    cellule.setCellValue(valeur);
                }
            }
            rang++;
        }
    }

    /** "31/02/1990" is no date: it stays the text that somebody typed. */
    private static boolean estDate(String valeur) {
        try {
            return LocalDate.parse(valeur, DatesRecentes.JOUR)
                    .format(DatesRecentes.JOUR)
                    .equals(valeur);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
