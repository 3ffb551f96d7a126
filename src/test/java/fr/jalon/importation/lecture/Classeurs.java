package fr.jalon.importation.lecture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Workbooks written by hand, to say in them what no spreadsheet would. */
final class Classeurs {

    private static final String ENTETE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String TABLEUR = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LIENS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Classeurs() {}

    /** A format that shows a number as a day. */
    static final String DATE = "dd/mm/yyyy";

    static byte[] de(String rangees, String... textes) throws IOException {
        return avec(DATE, "<workbookPr/>", "<sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/>", rangees, textes);
    }

    /**
     * A workbook in full.
     *
     * @param format the number format of style 1
     */
    static byte[] avec(String format, String reglages, String feuilles, String rangees, String... textes)
            throws IOException {
        Map<String, String> parties = new LinkedHashMap<>();
        parties.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                        + " Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + type("/xl/workbook.xml", "sheet.main")
                        + type("/xl/worksheets/sheet1.xml", "worksheet")
                        + type("/xl/sharedStrings.xml", "sharedStrings")
                        + type("/xl/styles.xml", "styles")
                        + "</Types>");
        parties.put("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        parties.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + TABLEUR + "\" xmlns:r=\"" + LIENS + "\">" + reglages + "<sheets>" + feuilles
                        + "</sheets></workbook>");
        parties.put(
                "xl/_rels/workbook.xml.rels",
                relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                        + relation(2, "sharedStrings", "sharedStrings.xml")
                        + relation(3, "styles", "styles.xml")));
        parties.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + TABLEUR + "\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\""
                        + format + "\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs"
                        + " count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
        StringBuilder partages = new StringBuilder("<sst xmlns=\"" + TABLEUR + "\">");
        for (String texte : textes) {
            partages.append("<si><t>").append(texte).append("</t></si>");
        }
        parties.put("xl/sharedStrings.xml", partages + "</sst>");
        parties.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + TABLEUR + "\"><sheetData>" + rangees + "</sheetData></worksheet>");
        return zip(parties);
    }

    /** The same in the strict form of the standard: other namespaces, the same words. */
    static byte[] strict(byte[] classeur) throws IOException {
        Map<String, String> parties = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(classeur))) {
            for (ZipEntry entree = zip.getNextEntry(); entree != null; entree = zip.getNextEntry()) {
                parties.put(
                        entree.getName(),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                                .replace(ENTETE, "")
                                .replace(TABLEUR, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                                .replace(LIENS, "http://purl.oclc.org/ooxml/officeDocument/relationships"));
            }
        }
        return zip(parties);
    }

    private static byte[] zip(Map<String, String> parties) throws IOException {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(sortie)) {
            for (Map.Entry<String, String> partie : parties.entrySet()) {
                ajouter(zip, partie.getKey(), partie.getValue());
            }
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
