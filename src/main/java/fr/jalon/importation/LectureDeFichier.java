package fr.jalon.importation;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.lecture.Entetes;
import fr.jalon.importation.lecture.LectureAPart;
import fr.jalon.importation.lecture.Receveur;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns the bytes of a file into rows of known columns. */
@Component
class LectureDeFichier {

    private static final int NOM_MAX = 200;
    private static final int IGNOREES_MAX = 2_000;

    private final LectureAPart lecture;

    LectureDeFichier(LectureAPart lecture) {
        this.lecture = lecture;
    }

    /** What was read: name made harmless, digest of the bytes, way of reading, unknown headers, rows. */
    record Lu(String nom, String empreinte, String description, String ignorees, List<TableLignes.ALire> lignes) {}

    Lu lire(TypeImport type, String nom, byte[] octets) {
        Recolte recolte = new Recolte(type.colonnes());
        String description = lecture.lire(octets, recolte);
        if (recolte.lignes.isEmpty()) {
            throw new SaisieInvalide("fichier", "Aucune case n'est remplie dans les colonnes attendues.");
        }
        return new Lu(nomNet(nom), sha256(octets), couper(description, 200), recolte.ignorees(), recolte.lignes);
    }

    private static String nomNet(String nom) {
        String net = nom == null
                ? ""
                : nom.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\]+", "_").strip();
        return net.isEmpty() ? "fichier" : couper(net, NOM_MAX);
    }

    private static String couper(String texte, int max) {
        return texte.length() > max ? texte.substring(0, max) : texte;
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Recolte implements Receveur {

        private final List<ColonneImport> colonnes;
        private final List<TableLignes.ALire> lignes = new ArrayList<>();
        private Entetes entetes;

        Recolte(List<ColonneImport> colonnes) {
            this.colonnes = colonnes;
        }

        @Override
        public void entetes(List<String> cellules) {
            entetes = new Entetes(cellules, colonnes);
        }

        @Override
        public void rangee(int numero, List<String> cellules) {
            Map<String, String> valeurs = entetes.valeurs(cellules);
            if (!valeurs.isEmpty()) {
                lignes.add(new TableLignes.ALire(numero, valeurs));
            }
        }

        String ignorees() {
            List<String> noms = entetes.ignorees();
            return noms.isEmpty()
                    ? null
                    : couper(
                            String.join(
                                    "\n",
                                    noms.stream().map(n -> n.replace('\n', ' ')).toList()),
                            IGNOREES_MAX);
        }
    }
}
