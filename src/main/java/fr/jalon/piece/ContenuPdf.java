package fr.jalon.piece;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What the objects of a PDF do and how large they are once unfolded. Runs in the process of {@link LectureIsolee}. */
final class ContenuPdf {

    /** Everything but the pictures, unfolded: far above a real piece, far beneath what the reader of an agent would suffer from. */
    static final long DEPLIE_MAX = 256L * 1024 * 1024;

    private static final int XFA_MAX = 8 * 1024 * 1024;
    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final Set<String> IMAGES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode");
    private static final Set<String> DEFLATE = Set.of("FlateDecode", "Fl");

    private ContenuPdf() {}

    /** The refusal of a file that would run something, wherever that lies in it; {@link LectureIsolee#LISIBLE} for the others. */
    static int danger(PDDocument document) throws IOException {
        COSDocument cos = document.getDocument();
        Visite visite = new Visite();
        visite.ajouter(cos.getTrailer());
        cos.getXrefTable().keySet().forEach(cle -> visite.ajouter(cos.getObjectFromPool(cle)));
        for (COSDictionary d = visite.suivant(); d != null; d = visite.suivant()) {
            String genre = d.getNameAsString(COSName.S);
            if ("Launch".equals(genre)) {
                return LectureIsolee.LANCEMENT;
            }
            boolean programme = "JavaScript".equals(genre)
                    || ("Rendition".equals(genre) && d.containsKey(JS))
                    || (d.containsKey(XFA) && programmeXfa(d.getDictionaryObject(XFA)));
            if (programme) {
                return LectureIsolee.PROGRAMME;
            }
        }
        return LectureIsolee.LISIBLE;
    }

    /** The refusal of a file too large once unfolded; only what the pages lead to is counted. */
    static int mesure(PDDocument document) throws IOException {
        Visite visite = new Visite();
        visite.ajouter(document.getDocument().getTrailer());
        long reste = DEPLIE_MAX;
        for (COSDictionary d = visite.suivant(); d != null; d = visite.suivant()) {
            if (d instanceof COSStream flux) {
                if ((long) d.getInt(COSName.WIDTH, 0) * d.getInt(COSName.HEIGHT, 0) > LectureIsolee.PIXELS_MAX) {
                    return LectureIsolee.TROP_DE_PIXELS;
                }
                reste -= deplie(flux, reste);
                if (reste < 0) {
                    return LectureIsolee.TROP_DEPLIE;
                }
            }
        }
        return LectureIsolee.LISIBLE;
    }

    /** Bytes of a stream once unfolded, counted no further than one above the limit. */
    private static long deplie(COSStream flux, long limite) {
        List<String> filtres = filtres(flux.getFilters());
        if (filtres.stream().anyMatch(IMAGES::contains)) {
            return 0;
        }
        boolean simple = filtres.size() == 1 && DEFLATE.contains(filtres.get(0));
        try (InputStream contenu =
                simple ? new InflaterInputStream(flux.createRawInputStream()) : flux.createInputStream()) {
            return compter(contenu, limite);
        } catch (IOException e) {
            // A damaged stream shows nothing: readers leave it out.
            return 0;
        }
    }

    private static List<String> filtres(COSBase filtres) {
        if (filtres instanceof COSName seul) {
            return List.of(seul.getName());
        }
        List<String> noms = new ArrayList<>();
        if (filtres instanceof COSArray liste) {
            for (int i = 0; i < liste.size(); i++) {
                noms.add(liste.getObject(i) instanceof COSName nom ? nom.getName() : "");
            }
        }
        return noms;
    }

    private static long compter(InputStream contenu, long limite) throws IOException {
        byte[] tampon = new byte[64 * 1024];
        long total = 0;
        for (int lus = contenu.read(tampon); lus >= 0 && total <= limite; lus = contenu.read(tampon)) {
            total += lus;
        }
        return total;
    }

    private static boolean programmeXfa(COSBase xfa) throws IOException {
        if (xfa instanceof COSStream flux) {
            try (InputStream contenu = flux.createInputStream()) {
                return new String(contenu.readNBytes(XFA_MAX), StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains("<script");
            }
        }
        if (xfa instanceof COSArray morceaux) {
            for (int i = 0; i < morceaux.size(); i++) {
                if (programmeXfa(morceaux.getObject(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Every dictionary once, however the objects name one another. */
    private static final class Visite {

        private final Set<COSBase> vus = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<COSBase> aVoir = new ArrayDeque<>();

        void ajouter(COSBase brut) {
            COSBase objet = brut instanceof COSObject indirect ? indirect.getObject() : brut;
            boolean compose = objet instanceof COSDictionary || objet instanceof COSArray;
            if (compose && vus.add(objet)) {
                aVoir.push(objet);
            }
        }

        COSDictionary suivant() {
            while (!aVoir.isEmpty()) {
                COSBase objet = aVoir.pop();
                if (objet instanceof COSArray liste) {
                    liste.forEach(this::ajouter);
                } else if (objet instanceof COSDictionary dictionnaire) {
                    dictionnaire.getValues().forEach(this::ajouter);
                    return dictionnaire;
                }
            }
            return null;
        }
    }
}
