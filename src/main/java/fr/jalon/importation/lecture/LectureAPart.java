package fr.jalon.importation.lecture;

import fr.jalon.commun.FileDesLectures;
import fr.jalon.commun.ProcessusBorne;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.time.Duration;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.collections4.ListUtils;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.math3.util.MathUtils;
import org.apache.logging.log4j.LogManager;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSst;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the files of imports out of the application, as received pieces are: whatever is in one, the pages of the others go on. A
 * large file waits for the large ones only.
 */
@Component
public class LectureAPart {

    private static final int MEMOIRE_MO = 256;
    private static final String TROP_LOURD = "Ce fichier est trop lourd à lire. Enregistrez le tableau seul en CSV,"
            + " ou découpez-le en plusieurs fichiers.";

    private final FileDesLectures file;
    private final ProcessusBorne processus;

    LectureAPart(@Value("${jalon.imports.delai:PT30S}") Duration delai, FileDesLectures file) {
        this.file = file;
        this.processus = new ProcessusBorne(
                TableauIsole.class,
                List.of(
                        DataFormatter.class,
                        OPCPackage.class,
                        CTSst.class,
                        XmlObject.class,
                        ZipFile.class,
                        IOUtils.class,
                        ListUtils.class,
                        DigestUtils.class,
                        StringUtils.class,
                        MathUtils.class,
                        LogManager.class),
                List.of(
                        "fr/jalon/importation/lecture/*.class",
                        "fr/jalon/importation/TypeDeFichierRefuse.class",
                        "fr/jalon/commun/SaisieInvalide.class",
                        "fr/jalon/commun/ErreurChamp.class",
                        "fr/jalon/commun/Textes.class"),
                MEMOIRE_MO,
                delai);
    }

    /**
     * Reads the whole file; the receiver is called while it is read.
     *
     * @see LecteurTableau#lire(byte[], Receveur)
     */
    public String lire(byte[] octets, Receveur receveur) {
        if (octets.length > LecteurTableau.TAILLE_MAX) {
            throw LecteurTableau.tropGros();
        }
        String[] description = {null};
        int code = file.attendreSonTour(
                octets.length,
                () -> processus.executer(
                        octets,
                        flux -> description[0] = TransportTableau.recevoir(
                                new DataInputStream(new BufferedInputStream(flux)), receveur)));
        if (code != 0 || description[0] == null) {
            throw LecteurTableau.illisible(TROP_LOURD);
        }
        return description[0];
    }
}
