package fr.jalon.essais;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Small invented files of the kinds that Jalon receives. */
public final class FichiersInventes {

    private FichiersInventes() {}

    public static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            ByteArrayOutputStream sortie = new ByteArrayOutputStream();
            document.save(sortie);
            return sortie.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] png(int largeur, int hauteur) {
        return image("png", largeur, hauteur);
    }

    public static byte[] jpeg(int largeur, int hauteur) {
        return image("jpg", largeur, hauteur);
    }

    /** A picture that no compression makes smaller. */
    public static byte[] bruit(int largeur, int hauteur) {
        try {
            java.util.Random hasard = new java.util.Random(7);
            BufferedImage image = new BufferedImage(largeur, hauteur, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < largeur; x++) {
                for (int y = 0; y < hauteur; y++) {
                    image.setRGB(x, y, hasard.nextInt());
                }
            }
            ByteArrayOutputStream sortie = new ByteArrayOutputStream();
            ImageIO.write(image, "png", sortie);
            return sortie.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] image(String format, int largeur, int hauteur) {
        try {
            BufferedImage image = new BufferedImage(largeur, hauteur, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < largeur; x++) {
                image.setRGB(x, x % hauteur, 0x00C08040 + x);
            }
            ByteArrayOutputStream sortie = new ByteArrayOutputStream();
            ImageIO.write(image, format, sortie);
            return sortie.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
