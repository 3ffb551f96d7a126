package fr.jalon.courrier.rendu;

import fr.jalon.commun.Horloge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Language, title, structure and fixed dates of the PDF. */
final class Proprietes {

    private static final String XMP = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%s</xmp:CreateDate>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;

    private Proprietes() {}

    static void poser(PDDocument document, Lettre lettre, Balises balises) throws IOException {
        PDDocumentCatalog catalogue = document.getDocumentCatalog();
        catalogue.setLanguage("fr-FR");
        catalogue.setStructureTreeRoot(balises.terminer());
        PDMarkInfo marques = new PDMarkInfo();
        marques.setMarked(true);
        catalogue.setMarkInfo(marques);
        PDViewerPreferences vue = new PDViewerPreferences(new COSDictionary());
        vue.setDisplayDocTitle(true);
        catalogue.setViewerPreferences(vue);

        String titre = lettre.titre() + " – " + lettre.dossierNumero();
        ZonedDateTime jour = lettre.jour().atStartOfDay(Horloge.PARIS);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(titre);
        information.setProducer(Libelles.de("createur"));
        information.setCreator(Libelles.de("createur"));
        information.setCreationDate(GregorianCalendar.from(jour));
        document.setDocumentInformation(information);
        document.setDocumentId(identifiant(lettre.jour(), lettre.numero(), titre));
        document.setVersion(1.7f);

        PDMetadata xmp = new PDMetadata(
                document,
                new ByteArrayInputStream(
                        XMP.formatted(echapper(titre), jour.toOffsetDateTime()).getBytes(StandardCharsets.UTF_8)));
        catalogue.setMetadata(xmp);
    }

    /** Identifier of the file, taken from the letter and not from the hour, so that the bytes can be made again. */
    private static long identifiant(LocalDate jour, String numero, String titre) {
        return ByteBuffer.wrap(DigestUtils.sha256(jour + "|" + numero + "|" + titre))
                .getLong();
    }

    private static String echapper(String texte) {
        return texte.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
