package fr.jalon.courrier.rendu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** A parsed font file. Parsed once and shared by all letters: FontBox guards its lazy reading of glyphs by a lock. */
final class Police {

    private final TrueTypeFont fichier;
    private final CmapLookup caracteres;
    private final float unites;
    private final Map<Integer, Float> largeurs = new ConcurrentHashMap<>();

    private Police(TrueTypeFont fichier) throws IOException {
        this.fichier = fichier;
        this.caracteres = fichier.getUnicodeCmapLookup();
        this.unites = fichier.getUnitsPerEm();
    }

    /** Reads a font of the class path folder {@code /polices}. */
    static Police lire(String nom) {
        try (var flux = new ClassPathResource("polices/" + nom + ".ttf").getInputStream()) {
            TrueTypeFont fichier = new TTFParser().parse(new RandomAccessReadBuffer(flux.readAllBytes()));
            // One code point, one glyph: the layout measures and the PDF writes the same text.
            fichier.setEnableGsub(false);
            return new Police(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException("police illisible : " + nom, e);
        }
    }

    boolean couvre(int caractere) {
        return caracteres.getGlyphId(caractere) != 0;
    }

    /** Advance of a character for a size of 1. */
    float largeur(int caractere) {
        return largeurs.computeIfAbsent(caractere, this::mesurer);
    }

    private float mesurer(int caractere) {
        try {
            return fichier.getAdvanceWidth(caracteres.getGlyphId(caractere)) / unites;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrueTypeFont fichier() {
        return fichier;
    }
}
