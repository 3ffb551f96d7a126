package fr.jalon.courrier;

import fr.jalon.commun.Horloge;
import fr.jalon.courrier.rendu.RenduCourrier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The module assembled by hand on in-memory tables, with the shipped templates and the clock at 26 May 2026. */
class AtelierCourriers {

    final CourriersEnMemoire archive = new CourriersEnMemoire();
    final ModelesEnMemoire versions = new ModelesEnMemoire();
    final Horloge horloge = new Horloge(Clock.fixed(Instant.parse("2026-05-26T08:00:00Z"), ZoneOffset.UTC));
    final CatalogueChamps catalogue = new CatalogueChamps();
    final List<Object> evenements = new ArrayList<>();
    final ModelesCourrierFournis fournis = new ModelesCourrierFournis(versions, horloge);
    final ValeursExemples exemples = new ValeursExemples(catalogue);
    final ModelesCourrier modeles;
    final Courriers courriers;

    AtelierCourriers() {
        Redacteur redacteur = new Redacteur(catalogue);
        RenduCourrier rendu = new RenduCourrier();
        modeles = new ModelesCourrier(versions, catalogue, exemples, redacteur, rendu, horloge, evenements::add);
        Map<Integer, Long> suivants = new HashMap<>();
        SequenceCourrier sequence = (annee, combien) -> suivants.merge(annee, (long) combien, Long::sum) - combien + 1;
        courriers = new Courriers(
                archive, modeles, redacteur, rendu, new NumerosCourrier(sequence), horloge, evenements::add);
        fournis.charger(FichierModele.fournis());
    }

    static String texte(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper lecteur = new PDFTextStripper();
            lecteur.setLineSeparator("\n");
            lecteur.setSortByPosition(false);
            return lecteur.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Extracted text on one line with plain spaces, to look for sentences whatever the line ends. */
    static String suite(byte[] pdf) {
        return texte(pdf).replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ");
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Raw drawing orders of the first page. */
    static String contenu(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The replacement texts that the first page holds for readers. */
    static List<String> textesReels(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDictionary proprietes =
                    document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
            return proprietes.keySet().stream()
                    .map(cle -> proprietes.getCOSDictionary(cle).getString("ActualText"))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
