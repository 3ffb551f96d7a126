package fr.jalon.importation.lecture;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.TypeDeFichierRefuse;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts of an XLSX archive. It is measured before anything is read, because a few kilobytes may hide gigabytes; its XML has no
 * DOCTYPE and reaches nothing outside.
 */
final class ArchiveXlsx {

    private static final long DEPLOYE_MAX = 96L * 1024 * 1024;
    private static final int ENTREES_MAX = 500;

    private final byte[] octets;
    private final Set<String> noms;

    private ArchiveXlsx(byte[] octets, Set<String> noms) {
        this.octets = octets;
        this.noms = noms;
    }

    /** Inflates everything once without keeping it, and stops as soon as it is too much. */
    static ArchiveXlsx ouvrir(byte[] octets) {
        byte[] tampon = new byte[64 * 1024];
        long total = 0;
        Set<String> noms = new HashSet<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(octets))) {
            for (ZipEntry entree = archive.getNextEntry(); entree != null; entree = archive.getNextEntry()) {
                if (noms.size() >= ENTREES_MAX) {
                    throw tropGros();
                }
                noms.add(forme(entree.getName()));
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
        refuserLesAutres(noms);
        return new ArchiveXlsx(octets, noms);
    }

    /** Other formats are archives too: each is named, so that the person knows what to choose when saving. */
    private static void refuserLesAutres(Set<String> noms) {
        if (noms.contains("xl/workbook.bin")) {
            throw format("un classeur Excel binaire (.xlsb)");
        }
        if (noms.contains("content.xml") && noms.contains("mimetype")) {
            throw format("un classeur LibreOffice (.ods)");
        }
        if (noms.stream().anyMatch(nom -> nom.startsWith("index/") && nom.endsWith(".iwa"))) {
            throw format("un tableau Numbers");
        }
        if (noms.contains("word/document.xml")) {
            throw format("un texte Word");
        }
        if (noms.stream().noneMatch(nom -> nom.startsWith("xl/") && nom.endsWith(".xml"))) {
            throw LecteurTableau.pasUnTableau();
        }
    }

    private static TypeDeFichierRefuse format(String nom) {
        return new TypeDeFichierRefuse("Ce fichier est " + nom + "." + LecteurTableau.A_FAIRE);
    }

    boolean contient(String nom) {
        return noms.contains(forme(nom));
    }

    /** Reads a part; one that is absent holds nothing. */
    void lire(String nom, DefaultHandler recepteur) throws IOException, SAXException, ParserConfigurationException {
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(octets))) {
            for (ZipEntry entree = archive.getNextEntry(); entree != null; entree = archive.getNextEntry()) {
                if (forme(entree.getName()).equals(forme(nom))) {
                    XMLReader lecteur = lecteur();
                    lecteur.setContentHandler(recepteur);
                    lecteur.setErrorHandler(recepteur);
                    lecteur.parse(new InputSource(new Ouverte(archive)));
                    return;
                }
            }
        }
    }

    private static XMLReader lecteur() throws ParserConfigurationException, SAXException {
        SAXParserFactory usine = SAXParserFactory.newInstance();
        usine.setNamespaceAware(true);
        usine.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        usine.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        usine.setFeature("http://xml.org/sax/features/external-general-entities", false);
        usine.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        return usine.newSAXParser().getXMLReader();
    }

    /** Some programs write backslashes, or another case than the one that they announce. */
    private static String forme(String nom) {
        return nom.replace('\\', '/').replaceFirst("^/+", "").toLowerCase(Locale.ROOT);
    }

    static RuntimeException tropGros() {
        return LecteurTableau.illisible(
                "Ce classeur est trop gros une fois ouvert. Copiez le tableau seul dans un nouveau classeur.");
    }

    static RuntimeException endommage(Exception cause) {
        RuntimeException refus =
                LecteurTableau.illisible("Ce classeur est endommagé. Enregistrez-le à nouveau depuis le tableur.");
        refus.initCause(cause);
        return refus;
    }

    /** The parser closes what it has read; the archive stays open. */
    private static final class Ouverte extends FilterInputStream {

        Ouverte(InputStream entree) {
            super(entree);
        }

        @Override
        public void close() {
            // Closed with the archive
        }
    }
}
