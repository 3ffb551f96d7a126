package fr.jalon.importation.lecture;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.TypeDeFichierRefuse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads the first sheet of an XLSX workbook row by row. The archive is measured before it is opened, because a few
 * kilobytes may hide gigabytes; formulas are never run, the value that they had when the file was saved is read.
 */
final class LecteurXlsx {

    private static final long DEPLOYE_MAX = 96L * 1024 * 1024;
    private static final int ENTREES_MAX = 500;

    private LecteurXlsx() {}

    static String lire(byte[] octets, Receveur receveur) {
        mesurer(octets);
        try (OPCPackage paquet = OPCPackage.open(new ByteArrayInputStream(octets))) {
            XSSFReader classeur = new XSSFReader(paquet);
            SharedStrings textes = new ReadOnlySharedStringsTable(paquet);
            XSSFReader.SheetIterator feuilles = (XSSFReader.SheetIterator) classeur.getSheetsData();
            if (!feuilles.hasNext()) {
                throw LecteurTableau.illisible("Ce classeur ne contient aucune feuille.");
            }
            try (InputStream feuille = feuilles.next()) {
                XMLReader lecteur = XMLHelper.newXMLReader();
                lecteur.setContentHandler(new CelluleSuivie(new XSSFSheetXMLHandler(
                        classeur.getStylesTable(), textes, new Feuille(receveur), new ValeursBrutes(), false)));
                lecteur.parse(new InputSource(feuille));
            }
            return "classeur Excel, feuille « " + feuilles.getSheetName() + " »";
        } catch (SaisieInvalide | TypeDeFichierRefuse refus) {
            throw refus;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            // The libraries let whatever a crooked file makes fail in them through: it is the file that is damaged.
            throw endommage(e);
        }
    }

    /** Inflates everything once without keeping it, and stops as soon as it is too much. */
    private static void mesurer(byte[] octets) {
        byte[] tampon = new byte[64 * 1024];
        long total = 0;
        int entrees = 0;
        boolean classeur = false;
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(octets))) {
            for (ZipEntry entree = archive.getNextEntry(); entree != null; entree = archive.getNextEntry()) {
                classeur = classeur || entree.getName().equals("xl/workbook.xml");
                if (++entrees > ENTREES_MAX) {
                    throw tropGros();
                }
                for (int lus = archive.read(tampon); lus >= 0; lus = archive.read(tampon)) {
                    total += lus;
                    if (total > DEPLOYE_MAX) {
                        throw tropGros();
                    }
                }
            }
        } catch (SaisieInvalide refus) {
            throw refus;
        } catch (IOException | RuntimeException e) {
            throw endommage(e);
        }
        if (!classeur) {
            throw LecteurTableau.pasUnTableau();
        }
    }

    private static RuntimeException tropGros() {
        return LecteurTableau.illisible(
                "Ce classeur est trop gros une fois ouvert. Copiez le tableau seul dans un nouveau classeur.");
    }

    private static RuntimeException endommage(Exception cause) {
        RuntimeException refus =
                LecteurTableau.illisible("Ce classeur est endommagé. Enregistrez-le à nouveau depuis le tableur.");
        refus.initCause(cause);
        return refus;
    }

    /** Dates in ISO form and numbers in full, whatever the way in which the cell shows them. */
    private static final class ValeursBrutes extends DataFormatter {

        ValeursBrutes() {
            super(Locale.ROOT);
        }

        @Override
        public String formatRawCellContents(double valeur, int numeroFormat, String format, boolean depuis1904) {
            if (DateUtil.isADateFormat(numeroFormat, format) && DateUtil.isValidExcelDate(valeur)) {
                return DateUtil.getLocalDateTime(valeur, depuis1904)
                        .toLocalDate()
                        .toString();
            }
            // A spreadsheet keeps 15 digits: 567.89 must not come back as 567.8899999999999.
            return new BigDecimal(valeur, new MathContext(15))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /** Puts the cells at their place: those that are empty are absent from the file. */
    private static final class Feuille implements SheetContentsHandler {

        private final Receveur receveur;
        private final List<String> cellules = new ArrayList<>();
        private boolean entetesLues;
        private int numero;

        Feuille(Receveur receveur) {
            this.receveur = receveur;
        }

        @Override
        public void startRow(int rang) {
            cellules.clear();
            numero = rang + 1;
        }

        @Override
        public void cell(String reference, String valeur, XSSFComment commentaire) {
            int colonne = reference == null ? cellules.size() : new CellReference(reference).getCol();
            if (colonne >= LecteurTableau.COLONNES_MAX && valeur != null && !valeur.isBlank()) {
                throw LecteurTableau.tropDeColonnes();
            }
            while (cellules.size() < Math.min(colonne, LecteurTableau.COLONNES_MAX)) {
                cellules.add("");
            }
            if (valeur != null && valeur.length() > LecteurTableau.CELLULE_MAX) {
                throw LecteurTableau.celluleTropLongue(numero);
            }
            if (colonne < LecteurTableau.COLONNES_MAX) {
                cellules.add(valeur == null ? "" : valeur);
            }
        }

        @Override
        public void endRow(int rang) {
            if (cellules.stream().allMatch(String::isBlank)) {
                return;
            }
            if (entetesLues) {
                receveur.rangee(rang + 1, List.copyOf(cellules));
            } else {
                receveur.entetes(List.copyOf(cellules));
                entetesLues = true;
            }
        }
    }
}
