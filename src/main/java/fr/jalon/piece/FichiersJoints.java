package fr.jalon.piece;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;

/**
 * Takes the files out of a PDF that carries some: an electronic invoice carries its own data, so they are no reason to refuse it,
 * but nobody looked into them and no agent may open them from here. Runs in the process of {@link LectureIsolee}.
 */
final class FichiersJoints {

    /** Files by name, files of an object, content of a file, its variants, presentation as a folder. */
    private static final List<COSName> CLES = List.of(
            COSName.EMBEDDED_FILES,
            COSName.getPDFName("AF"),
            COSName.EF,
            COSName.getPDFName("RF"),
            COSName.getPDFName("Collection"));

    private FichiersJoints() {}

    /** Whether there was something to take out. */
    static boolean retirer(PDDocument document) throws IOException {
        boolean retire = false;
        for (PDPage page : document.getPages()) {
            retire |= retirerDeLaPage(page);
        }
        Set<COSBase> vus = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> aVoir = new ArrayDeque<>();
        aVoir.push(document.getDocument().getTrailer());
        while (!aVoir.isEmpty()) {
            COSBase brut = aVoir.pop();
            COSBase objet = brut instanceof COSObject indirect ? indirect.getObject() : brut;
            if (objet == null || !vus.add(objet)) {
                continue;
            }
            if (objet instanceof COSArray liste) {
                liste.forEach(aVoir::push);
            } else if (objet instanceof COSDictionary dictionnaire) {
                for (COSName cle : CLES) {
                    if (dictionnaire.containsKey(cle)) {
                        dictionnaire.removeItem(cle);
                        retire = true;
                    }
                }
                dictionnaire.getValues().forEach(aVoir::push);
            }
        }
        return retire;
    }

    private static boolean retirerDeLaPage(PDPage page) throws IOException {
        List<PDAnnotation> toutes = page.getAnnotations();
        List<PDAnnotation> gardees = toutes.stream()
                .filter(a -> !(a instanceof PDAnnotationFileAttachment))
                .toList();
        if (gardees.size() == toutes.size()) {
            return false;
        }
        page.setAnnotations(gardees);
        return true;
    }
}
