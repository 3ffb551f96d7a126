package fr.jalon.courrier.rendu;

import fr.jalon.courrier.langage.Pictogramme;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/** The signs of the box, drawn with lines in a square of 16 units seen from its bottom left corner. */
final class Pictogrammes {

    private Pictogrammes() {}

    /**
     * Draws a sign.
     *
     * @param x left side, in points from the left of the page
     * @param y bottom side, in points from the bottom of the page
     */
    static void tracer(PDPageContentStream flux, Pictogramme signe, float x, float y, float cote) throws IOException {
        flux.saveGraphicsState();
        flux.transform(new Matrix(cote / 16, 0, 0, cote / 16, x, y));
        flux.setStrokingColor(Format.ACCENT);
        flux.setNonStrokingColor(Format.ACCENT);
        flux.setLineWidth(1.2f);
        flux.setLineJoinStyle(1);
        flux.setLineCapStyle(1);
        switch (signe) {
            case CRAYON -> crayon(flux);
            case CALENDRIER -> calendrier(flux);
            case TELEPHONE -> telephone(flux);
            case DOCUMENT -> document(flux);
            case LIEU -> lieu(flux);
        }
        flux.restoreGraphicsState();
    }

    private static void crayon(PDPageContentStream flux) throws IOException {
        chemin(flux, true, 1.5f, 1.5f, 2.6f, 5.4f, 11, 13.8f, 13.8f, 11, 5.4f, 2.6f);
        chemin(flux, false, 8.9f, 11.7f, 11.7f, 8.9f);
        chemin(flux, false, 2.6f, 5.4f, 5.4f, 2.6f);
    }

    private static void calendrier(PDPageContentStream flux) throws IOException {
        chemin(flux, true, 2, 1.5f, 14, 1.5f, 14, 13, 2, 13);
        chemin(flux, false, 2, 9.5f, 14, 9.5f);
        chemin(flux, false, 5, 11.5f, 5, 15);
        chemin(flux, false, 11, 11.5f, 11, 15);
        for (int colonne = 0; colonne < 3; colonne++) {
            flux.addRect(4 + colonne * 3.2f, 6, 1.6f, 1.6f);
            flux.addRect(4 + colonne * 3.2f, 3, 1.6f, 1.6f);
        }
        flux.fill();
    }

    private static void telephone(PDPageContentStream flux) throws IOException {
        chemin(flux, true, 4.2f, 1, 11.8f, 1, 11.8f, 15, 4.2f, 15);
        chemin(flux, false, 4.2f, 4, 11.8f, 4);
        chemin(flux, false, 4.2f, 12.8f, 11.8f, 12.8f);
        flux.addRect(7.3f, 1.9f, 1.4f, 1.2f);
        flux.fill();
    }

    private static void document(PDPageContentStream flux) throws IOException {
        chemin(flux, true, 3, 1, 13, 1, 13, 11.5f, 9.5f, 15, 3, 15);
        chemin(flux, false, 9.5f, 15, 9.5f, 11.5f, 13, 11.5f);
        for (float ligne : new float[] {4, 6.5f, 9}) {
            chemin(flux, false, 5.3f, ligne, 10.7f, ligne);
        }
    }

    private static void lieu(PDPageContentStream flux) throws IOException {
        flux.moveTo(8, 1);
        flux.curveTo(4.5f, 5, 3, 7.6f, 3, 10);
        flux.curveTo(3, 12.8f, 5.2f, 15, 8, 15);
        flux.curveTo(10.8f, 15, 13, 12.8f, 13, 10);
        flux.curveTo(13, 7.6f, 11.5f, 5, 8, 1);
        flux.stroke();
        flux.addRect(6.6f, 8.7f, 2.8f, 2.8f);
        flux.fill();
    }

    private static void chemin(PDPageContentStream flux, boolean ferme, float... points) throws IOException {
        flux.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            flux.lineTo(points[i], points[i + 1]);
        }
        if (ferme) {
            flux.closePath();
        }
        flux.stroke();
    }
}
