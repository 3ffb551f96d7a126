package fr.jalon.courrier;

import fr.jalon.commun.Introuvable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Service;

/**
 * Pictures and words of a letter for the screens: no answer of Jalon may be framed, so a PDF cannot stand in a page. Only
 * for PDFs that Jalon wrote itself.
 */
@Service
public class ImagesCourrier {

    /** Sharp at the width that a screen gives to a page, and light enough for a slow network. */
    private static final float POINTS_PAR_POUCE = 110;

    /** Number of pages. */
    public int pages(byte[] pdf) {
        return lire(pdf, PDDocument::getNumberOfPages);
    }

    /**
     * One page as a PNG.
     *
     * @param page from 1
     * @throws Introuvable when the letter has no such page
     */
    public byte[] page(byte[] pdf, int page) {
        return lire(pdf, document -> {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new Introuvable("Ce courrier n'a pas de page " + page + ".");
            }
            BufferedImage image =
                    new PDFRenderer(document).renderImageWithDPI(page - 1, POINTS_PAR_POUCE, ImageType.RGB);
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            ImageIO.write(image, "png", octets);
            return octets.toByteArray();
        });
    }

    /** The words of the letter, for who does not see its pictures. */
    public String texte(byte[] pdf) {
        return lire(pdf, document -> new PDFTextStripper().getText(document).strip());
    }

    @FunctionalInterface
    private interface Lecture<T> {
        T de(PDDocument document) throws IOException;
    }

    private static <T> T lire(byte[] pdf, Lecture<T> lecture) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return lecture.de(document);
        } catch (IOException e) {
            throw new UncheckedIOException("le courrier n'a pas pu être montré", e);
        }
    }
}
