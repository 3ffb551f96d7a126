package fr.jalon.courrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.stereotype.Component;

/** One PDF of several letters, for the printer. The letters themselves stay as they were fixed. */
@Component
class LiasseCourriers {

    byte[] assembler(List<byte[]> lettres) {
        PDFMergerUtility liasse = new PDFMergerUtility();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        liasse.setDestinationStream(octets);
        lettres.forEach(lettre -> liasse.addSource(new RandomAccessReadBuffer(lettre)));
        try {
            liasse.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
            return octets.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("le lot n'a pas pu être assemblé", e);
        }
    }
}
