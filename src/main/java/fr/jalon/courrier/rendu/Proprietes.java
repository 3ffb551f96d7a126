package fr.jalon.courrier.rendu;

import fr.jalon.commun.Horloge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.springframework.core.io.ClassPathResource;

/** Language, title, structure and fixed dates of the PDF. */
final class Proprietes {

    /**
     * PDF/A-2b (ISO 19005-2) for the archive and PDF/UA-1 (ISO 14289-1) for readers. PDF/A does not know the words of PDF/UA: its
     * extension schema tells them.
     */
    private static final String XMP = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%2$s</xmp:CreateDate>
            <xmp:CreatorTool>%3$s</xmp:CreatorTool>
            <pdf:Producer>%3$s</pdf:Producer>
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>B</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;

    /** Colours of the screens, written for Jalon from the values of IEC 61966-2-1 (docs/architecture.md). */
    private static final byte[] SRGB = lire("courriers/srgb.icc");

    private static final String COULEURS = "sRGB IEC61966-2.1";
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

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
                        XMP.formatted(echapper(titre), jour.toOffsetDateTime().format(HEURE), Libelles.de("createur"))
                                .getBytes(StandardCharsets.UTF_8)));
        catalogue.setMetadata(xmp);
        PDOutputIntent couleurs = new PDOutputIntent(document, new ByteArrayInputStream(SRGB));
        couleurs.setInfo(COULEURS);
        couleurs.setOutputCondition(COULEURS);
        couleurs.setOutputConditionIdentifier(COULEURS);
        couleurs.setRegistryName("http://www.color.org");
        catalogue.addOutputIntent(couleurs);
    }

    private static byte[] lire(String ressource) {
        try {
            return new ClassPathResource(ressource).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
