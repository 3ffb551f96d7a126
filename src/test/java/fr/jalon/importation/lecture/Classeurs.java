package fr.jalon.importation.lecture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written by hand, to say in them what no spreadsheet would. */
final class Classeurs {

    private static final String ENTETE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String TABLEUR = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LIENS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Classeurs() {}

    static byte[] de(String rangees, String... textes) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(sortie)) {
            ajouter(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + type("/xl/workbook.xml", "sheet.main")
                            + type("/xl/worksheets/sheet1.xml", "worksheet")
                            + type("/xl/sharedStrings.xml", "sharedStrings")
                            + type("/xl/styles.xml", "styles")
                            + "</Types>");
            ajouter(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            ajouter(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + TABLEUR + "\" xmlns:r=\"" + LIENS
                            + "\"><sheets><sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            ajouter(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                            + relation(2, "sharedStrings", "sharedStrings.xml")
                            + relation(3, "styles", "styles.xml")));
            ajouter(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + TABLEUR
                            + "\"><cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
            StringBuilder partages = new StringBuilder("<sst xmlns=\"" + TABLEUR + "\">");
            for (String texte : textes) {
                partages.append("<si><t>").append(texte).append("</t></si>");
            }
            ajouter(zip, "xl/sharedStrings.xml", partages + "</sst>");
            ajouter(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + TABLEUR + "\"><sheetData>" + rangees + "</sheetData></worksheet>");
        }
        return sortie.toByteArray();
    }

    private static String type(String partie, String genre) {
        return "<Override PartName=\"" + partie + "\" ContentType=\"" + TYPE + genre + "+xml\"/>";
    }

    private static String relations(String contenu) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + contenu
                + "</Relationships>";
    }

    private static String relation(int rang, String genre, String cible) {
        return "<Relationship Id=\"rId" + rang + "\" Type=\"" + LIENS + "/" + genre + "\" Target=\"" + cible + "\"/>";
    }

    private static void ajouter(ZipOutputStream zip, String nom, String contenu) throws IOException {
        zip.putNextEntry(new ZipEntry(nom));
        zip.write((ENTETE + contenu).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
