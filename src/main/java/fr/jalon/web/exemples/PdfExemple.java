package fr.jalon.web.exemples;

import java.nio.charset.StandardCharsets;

/** One page in the smallest form of the format, because only the module courrier may use the PDF library. */
final class PdfExemple {

    private static final String TEXTE = "BT /F1 18 Tf 60 760 Td (Courrier d'exemple) Tj 0 -30 Td /F1 12 Tf"
            + " (Cette page montre l'emplacement d'un courrier.) Tj ET";

    private PdfExemple() {}

    static byte[] octets() {
        String[] objets = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + TEXTE.length() + ">>stream\n" + TEXTE + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objets.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj").append(objets[i]).append("endobj\n");
        }
        int debut = pdf.length();
        pdf.append(table)
                .append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(debut)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
