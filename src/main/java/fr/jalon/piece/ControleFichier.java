package fr.jalon.piece;

import fr.jalon.commun.SaisieInvalide;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Full check of a received file: kind by its bytes, size, its own end, and a complete parse under a limit of time and memory,
 * out of this process.
 */
@Component
class ControleFichier {

    static final long TAILLE_MAX = 10L * 1024 * 1024;

    private final LecteurIsole lecteur;

    ControleFichier(LecteurIsole lecteur) {
        this.lecteur = lecteur;
    }

    /** A file that is what it says, without anything behind its end nor any file inside. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Controle(TypeFichier type, byte[] octets) {}

    /**
     * Accepts or refuses the bytes.
     *
     * @throws TypeNonAccepte when the kind is not PDF, JPEG or PNG
     * @throws FichierTropGros over 10 MiB
     * @throws SaisieInvalide when the file is empty, damaged, locked by a password, too large inside, or made to run something
     */
    Controle controler(byte[] octets) {
        if (octets.length == 0) {
            throw refus("Ce fichier est vide. Choisissez-le à nouveau.");
        }
        if (octets.length > TAILLE_MAX) {
            throw new FichierTropGros();
        }
        TypeFichier type = TypeFichier.reconnaitre(octets).orElseThrow(() -> new TypeNonAccepte(octets));
        // What stands before the file belongs to something else, as does what lies behind it
        int debut = type.debut(octets);
        byte[] aPartirDuDebut = debut == 0 ? octets : Arrays.copyOfRange(octets, debut, octets.length);
        byte[] propres = FormeFichier.jusquALaFin(type, aPartirDuDebut).orElseThrow(ControleFichier::abime);
        LecteurIsole.Lecture lecture = lecteur.lire(type, propres, debut > 0);
        if (lecture.code() == LectureIsolee.LISIBLE) {
            return new Controle(type, propres);
        }
        if (lecture.code() == LectureIsolee.ALLEGE && lecture.octets().length <= TAILLE_MAX) {
            return new Controle(type, lecture.octets());
        }
        throw refus(lecture.code());
    }

    private static SaisieInvalide refus(int code) {
        return switch (code) {
            case LectureIsolee.MOT_DE_PASSE ->
                refus("Ce PDF est protégé par un mot de passe. Enregistrez-le sans protection puis envoyez-le.");
            case LectureIsolee.SANS_PAGE -> refus("Ce PDF n'a aucune page.");
            case LectureIsolee.TROP_DE_PAGES ->
                refus("Ce PDF a plus de " + LectureIsolee.PAGES_MAX + " pages. N'envoyez que la pièce demandée.");
            case LectureIsolee.TROP_DE_PIXELS ->
                refus("Une image de ce fichier est trop grande (plus de 40 millions de pixels). Réduisez-la.");
            case LectureIsolee.TROP_DEPLIE ->
                refus("Ce PDF est trop gros une fois ouvert. Imprimez-le en PDF, ou prenez la pièce en photo.");
            case LectureIsolee.PROGRAMME ->
                refus("Ce PDF contient un programme : Jalon ne garde que des pages. Imprimez-le en PDF, puis envoyez"
                        + " cette copie.");
            case LectureIsolee.LANCEMENT ->
                refus("Ce PDF demande à ouvrir un programme sur l'ordinateur. Imprimez-le en PDF, puis envoyez cette"
                        + " copie.");
            case LectureIsolee.ABIME -> abime();
            default -> refus("Ce fichier est trop compliqué à lire. Prenez la pièce en photo.");
        };
    }

    private static SaisieInvalide abime() {
        return refus("Ce fichier est abîmé ou incomplet. Envoyez-le à nouveau, ou prenez la pièce en photo.");
    }

    private static SaisieInvalide refus(String message) {
        return new SaisieInvalide("fichier", message);
    }
}
