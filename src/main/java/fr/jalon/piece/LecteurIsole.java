package fr.jalon.piece;

import fr.jalon.commun.FileDesLectures;
import fr.jalon.commun.ProcessusBorne;
import java.time.Duration;
import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs {@link LectureIsolee} in a small Java process, each file its turn, and ends it when it takes too long. */
@Component
class LecteurIsole {

    /** What a process answers when it was ended, by the limit of time or of memory. */
    static final int ARRETEE = ProcessusBorne.ARRETE;

    private static final int MEMOIRE_MO = 192;

    private final FileDesLectures file;
    private final ProcessusBorne processus;

    LecteurIsole(@Value("${jalon.pieces.delai:PT20S}") Duration delai, FileDesLectures file) {
        this.file = file;
        this.processus = new ProcessusBorne(
                LectureIsolee.class,
                List.of(PDDocument.class, IOUtils.class, TrueTypeFont.class, LogFactory.class),
                List.of(
                        "fr/jalon/piece/*Isole*.class",
                        "fr/jalon/piece/ContenuPdf*.class",
                        "fr/jalon/piece/FichiersJoints*.class",
                        "fr/jalon/piece/TypeFichier*.class"),
                MEMOIRE_MO,
                delai);
    }

    /**
     * What came of a parse.
     *
     * @param code exit code, or {@link #ARRETEE}
     * @param octets the file without what it carried along; null when it carried nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Lecture(int code, byte[] octets) {}

    /**
     * Parses a file.
     *
     * @param deplace its places were counted from something that stood before it: a PDF is then written again
     */
    Lecture lire(TypeFichier type, byte[] octets, boolean deplace) {
        byte[][] recus = {new byte[0]};
        int code = file.attendreSonTour(
                octets.length,
                () -> processus.executer(
                        octets,
                        flux -> recus[0] = flux.readNBytes((int) ControleFichier.TAILLE_MAX + 1),
                        type.name(),
                        deplace ? LectureIsolee.REECRIRE : LectureIsolee.GARDER));
        boolean connu = code == LectureIsolee.LISIBLE || code == LectureIsolee.ALLEGE || LectureIsolee.refus(code);
        return new Lecture(connu ? code : ARRETEE, code == LectureIsolee.ALLEGE ? recus[0] : null);
    }
}
