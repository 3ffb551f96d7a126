package fr.jalon.piece;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What the objects of a PDF do and how large they are once unfolded. Runs in the process of {@link LectureIsolee}. */
final class ContenuPdf {

    /** Everything but the pictures, unfolded: far above a real piece, far beneath what the reader of an agent would suffer from. */
    static final long DEPLIE_MAX = 256L * 1024 * 1024;

    /** What a filter that is not the last may give: far above the ASCII writing of a whole file. */
    private static final long ENTRE_DEUX_MAX = 32L * 1024 * 1024;

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

    /**
     * Bytes of a stream once unfolded, counted no further than one above the limit. Each filter of a chain is undone, up to the one
     * that makes a picture: readers undo them all, also the same one twice, which PDFBox does not.
     */
    private static long deplie(COSStream flux, long limite) {
        List<String> filtres = filtres(flux.getFilters());
        List<String> aDefaire =
                filtres.stream().takeWhile(f -> !IMAGES.contains(f)).toList();
        if (aDefaire.isEmpty() && !filtres.isEmpty()) {
            return 0;
        }
        Compteur compteur = new Compteur(limite);
        try (InputStream brut = flux.createRawInputStream()) {
            InputStream contenu = brut;
            for (int rang = 0; rang < aDefaire.size(); rang++) {
                contenu = defaire(aDefaire.get(rang), contenu, flux, rang, limite);
            }
            contenu.transferTo(compteur);
        } catch (TropDeplie e) {
            return limite + 1;
        } catch (IOException e) {
            // Readers show a damaged stream up to its fault: so much counts.
            return compteur.compte;
        }
        return compteur.compte;
    }

    /** One filter less: as it is read when it deflates, else at once and within the limit of what lies between two filters. */
    private static InputStream defaire(String filtre, InputStream contenu, COSStream flux, int rang, long limite)
            throws IOException {
        if (DEFLATE.contains(filtre)) {
            return new InflaterInputStream(contenu);
        }
        ByteArrayOutputStream entre = new ByteArrayOutputStream();
        Compteur borne = new Compteur(Math.min(ENTRE_DEUX_MAX, limite), entre);
        try {
            FilterFactory.INSTANCE.getFilter(filtre).decode(contenu, borne, flux, rang);
        } catch (TropDeplie e) {
            throw e;
        } catch (IOException e) {
            // What came before the fault is shown.
            return new ByteArrayInputStream(entre.toByteArray());
        }
        return new ByteArrayInputStream(entre.toByteArray());
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

    private static final class TropDeplie extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what passes, and stops it above a limit. */
    private static final class Compteur extends OutputStream {

        private final long limite;
        private final OutputStream suite;
        private long compte;

        Compteur(long limite) {
            this(limite, OutputStream.nullOutputStream());
        }

        Compteur(long limite, OutputStream suite) {
            this.limite = limite;
            this.suite = suite;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int debut, int nombre) throws IOException {
            compte += nombre;
            if (compte > limite) {
                throw new TropDeplie();
            }
            suite.write(octets, debut, nombre);
        }
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
