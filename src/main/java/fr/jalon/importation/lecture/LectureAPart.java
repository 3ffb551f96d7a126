package fr.jalon.importation.lecture;

import fr.jalon.commun.FileDesLectures;
import fr.jalon.commun.ProcessusBorne;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.time.Duration;
import java.util.List;
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
                List.of(),
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
    public TableauLu lire(byte[] octets, Receveur receveur) {
        if (octets.length > LecteurTableau.TAILLE_MAX) {
            throw LecteurTableau.tropGros();
        }
        TableauLu[] lu = {null};
        int code = file.attendreSonTour(
                octets.length,
                () -> processus.executer(
                        octets,
                        flux -> lu[0] = TransportTableau.recevoir(
                                new DataInputStream(new BufferedInputStream(flux)), receveur)));
        if (code != 0 || lu[0] == null) {
            throw LecteurTableau.illisible(TROP_LOURD);
        }
        return lu[0];
    }
}
