package fr.jalon.piece;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Parses one received file in a process of its own, with little memory: a megabyte of PDF may unfold into gigabytes, and only
 * the end of a process is sure to free them. Reads the file on its input, answers by its exit code; a PDF that carried files along
 * comes out without them.
 */
final class LectureIsolee {

    static final int LISIBLE = 0;
    static final int MOT_DE_PASSE = 10;
    static final int SANS_PAGE = 11;
    static final int TROP_DE_PAGES = 12;
    static final int TROP_DE_PIXELS = 13;
    static final int TROP_DEPLIE = 14;
    static final int PROGRAMME = 15;
    static final int LANCEMENT = 16;
    static final int ABIME = 20;

    /** Whether the file is given back written again, whatever it holds. */
    static final String REECRIRE = "reecrire";

    static final String GARDER = "garder";

    /** Readable, and written again on the output without the files that were in it. */
    static final int ALLEGE = 30;

    static final int PAGES_MAX = 200;
    static final long PIXELS_MAX = 40_000_000L;
    /** A line of pixels is held in memory at once. */
    static final int COTE_MAX = 30_000;

    private static final int PAS = 8;

    private LectureIsolee() {}

    /** Whether a process said why it refuses. */
    static boolean refus(int code) {
        return code >= MOT_DE_PASSE && code <= ABIME;
    }

    public static void main(String[] args) {
        Runtime.getRuntime().halt(lire(TypeFichier.valueOf(args[0]), REECRIRE.equals(args[1])));
    }

    private static int lire(TypeFichier type, boolean reecrire) {
        try {
            byte[] octets = System.in.readAllBytes();
            return type == TypeFichier.PDF ? lirePdf(octets, reecrire) : lireImage(octets);
        } catch (IOException | RuntimeException e) {
            return ABIME;
        }
    }

    private static int lirePdf(byte[] octets, boolean reecrire) throws IOException {
        try (PDDocument document = Loader.loadPDF(octets, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = compter(document);
            if (pages == 0 || pages > PAGES_MAX) {
                return pages == 0 ? SANS_PAGE : TROP_DE_PAGES;
            }
            int danger = ContenuPdf.danger(document);
            if (danger != LISIBLE) {
                return danger;
            }
            boolean allege = FichiersJoints.retirer(document) || reecrire;
            int mesure = ContenuPdf.mesure(document);
            if (mesure != LISIBLE || !allege) {
                return mesure;
            }
            rendre(document);
            return ALLEGE;
        } catch (InvalidPasswordException e) {
            return MOT_DE_PASSE;
        }
    }

    /** The pages that are there: the number that the file says of itself may be anything. */
    private static int compter(PDDocument document) {
        int pages = 0;
        for (var page : document.getPages()) {
            page.getMediaBox();
            if (++pages > PAGES_MAX) {
                return pages;
            }
        }
        return pages;
    }

    private static void rendre(PDDocument document) throws IOException {
        document.setAllSecurityToBeRemoved(true);
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        document.save(sortie);
        try (FileOutputStream flux = new FileOutputStream(FileDescriptor.out)) {
            sortie.writeTo(flux);
        }
    }

    private static int lireImage(byte[] octets) throws IOException {
        ImageIO.setUseCache(false);
        try (ImageInputStream flux = ImageIO.createImageInputStream(new ByteArrayInputStream(octets))) {
            Iterator<ImageReader> lecteurs = ImageIO.getImageReaders(flux);
            if (!lecteurs.hasNext()) {
                return ABIME;
            }
            ImageReader lecteur = lecteurs.next();
            lecteur.setInput(flux, true, true);
            int largeur = lecteur.getWidth(0);
            int hauteur = lecteur.getHeight(0);
            if ((long) largeur * hauteur > PIXELS_MAX || Math.max(largeur, hauteur) > COTE_MAX) {
                return TROP_DE_PIXELS;
            }
            ImageReadParam reglage = lecteur.getDefaultReadParam();
            reglage.setSourceSubsampling(PAS, PAS, 0, 0);
            lecteur.read(0, reglage);
            return LISIBLE;
        }
    }
}
