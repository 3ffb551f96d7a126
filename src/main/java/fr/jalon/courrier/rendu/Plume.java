package fr.jalon.courrier.rendu;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Draws on the current page, with places counted from the top left corner. Every mark is in the reading order or an artefact. */
final class Plume {

    private static final COSName TEXTE_REEL = COSName.getPDFName("ActualText");

    private final PDDocument document;
    private final Balises balises;
    private final IdentityHashMap<Police, PDType0Font> polices = new IdentityHashMap<>();
    private PDPage page;
    private PDPageContentStream flux;

    Plume(PDDocument document, Balises balises) {
        this.document = document;
        this.balises = balises;
    }

    void nouvellePage() throws IOException {
        fermer();
        page = new PDPage(new PDRectangle(Format.LARGEUR, Format.HAUTEUR));
        document.addPage(page);
        balises.nouvellePage(page);
        flux = new PDPageContentStream(document, page);
    }

    void fermer() throws IOException {
        if (flux != null) {
            flux.close();
        }
    }

    /** Drawing that no reader needs to hear. */
    void artefact(Trace trace) throws IOException {
        flux.beginMarkedContent(COSName.ARTIFACT);
        trace.tracer(flux);
        flux.endMarkedContent();
    }

    interface Trace {
        void tracer(PDPageContentStream flux) throws IOException;
    }

    void texte(LigneTexte ligne, float x, float base, float taille, Color couleur, PDStructureElement balise)
            throws IOException {
        if (ligne.grappes().isEmpty()) {
            return;
        }
        flux.beginMarkedContent(COSName.getPDFName(balise.getStructureType()), balises.relier(balise, page));
        ecrire(ligne, Matrix.getTranslateInstance(x, Format.HAUTEUR - base), taille, couleur);
        flux.endMarkedContent();
    }

    /** Text of the layout, such as a page number, that repeats and is not read aloud. */
    void texteRepete(LigneTexte ligne, float x, float base, float taille, Color couleur) throws IOException {
        artefact(f -> ecrire(ligne, Matrix.getTranslateInstance(x, Format.HAUTEUR - base), taille, couleur));
    }

    /** Slanted text over the whole page. */
    void filigrane(LigneTexte ligne, float taille) throws IOException {
        Matrix place = Matrix.getRotateInstance(Math.toRadians(55), Format.LARGEUR / 2, Format.HAUTEUR / 2);
        place.translate(-ligne.largeur() * taille / 2, -taille / 3);
        artefact(f -> ecrire(ligne, place, taille, Format.FILIGRANE));
    }

    private void ecrire(LigneTexte ligne, Matrix place, float taille, Color couleur) throws IOException {
        flux.beginText();
        flux.setNonStrokingColor(couleur);
        flux.setTextMatrix(place);
        List<Grappe> suite = new ArrayList<>();
        for (Grappe grappe : ligne.grappes()) {
            if (!suite.isEmpty() && (suite.get(0).police() != grappe.police() || grappe.remplacee())) {
                montrer(suite, taille);
                suite.clear();
            }
            suite.add(grappe);
            if (grappe.remplacee()) {
                montrer(suite, taille);
                suite.clear();
            }
        }
        montrer(suite, taille);
        flux.endText();
    }

    private void montrer(List<Grappe> suite, float taille) throws IOException {
        if (suite.isEmpty()) {
            return;
        }
        boolean remplacee = suite.get(0).remplacee();
        if (remplacee) {
            COSDictionary proprietes = new COSDictionary();
            proprietes.setString(TEXTE_REEL, suite.get(0).texte());
            flux.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(proprietes));
        }
        flux.setFont(police(suite.get(0).police()), taille);
        flux.showTextWithPositioning(ajuster(suite));
        if (remplacee) {
            flux.endMarkedContent();
        }
    }

    /** The texts, and between them the space that the layout wants and the font does not give. */
    private static Object[] ajuster(List<Grappe> suite) {
        List<Object> parties = new ArrayList<>();
        StringBuilder texte = new StringBuilder();
        for (Grappe grappe : suite) {
            texte.append(grappe.dessin());
            float naturelle = (float) grappe.dessin()
                    .codePoints()
                    .mapToDouble(grappe.police()::largeur)
                    .sum();
            if (Math.abs(naturelle - grappe.largeur()) > 0.001f) {
                parties.add(texte.toString());
                parties.add((naturelle - grappe.largeur()) * 1000);
                texte.setLength(0);
            }
        }
        if (!texte.isEmpty()) {
            parties.add(texte.toString());
        }
        return parties.toArray();
    }

    private PDType0Font police(Police police) throws IOException {
        PDType0Font chargee = polices.get(police);
        if (chargee == null) {
            chargee = PDType0Font.load(document, police.fichier(), true);
            polices.put(police, chargee);
        }
        return chargee;
    }
}
