package fr.jalon.importation.lecture;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.TypeDeFichierRefuse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a CSV text or an XLSX workbook, recognised by its bytes and never by its name. */
public final class LecteurTableau {

    public static final int TAILLE_MAX = 10 * 1024 * 1024;
    public static final int RANGEES_MAX = 20_000;
    public static final int COLONNES_MAX = 300;
    static final int CELLULE_MAX = 4_000;

    /** Rows that may stand above the titles (a name, a date of export), and the titles themselves. */
    public static final int AVANT_LES_RANGEES = 20;

    /** Characters of all cells: a workbook writes a text once and may show it a million times. */
    static final long TOTAL_MAX = 12_000_000;

    static final String A_FAIRE = " Enregistrez le tableau en CSV ou en classeur Excel (.xlsx), puis recommencez.";

    private LecteurTableau() {}

    /**
     * Reads the whole file.
     *
     * @throws TypeDeFichierRefuse when it is neither CSV nor XLSX
     * @throws SaisieInvalide on {@code fichier} when it is empty, damaged or too large
     */
    public static TableauLu lire(byte[] octets, Receveur receveur) {
        if (octets.length == 0) {
            throw illisible("Ce fichier est vide. Choisissez-le à nouveau.");
        }
        if (octets.length > TAILLE_MAX) {
            throw tropGros();
        }
        RangeesComptees comptees = new RangeesComptees(receveur);
        TableauLu lu = commencePar(octets, "PK") ? LecteurXlsx.lire(octets, comptees) : csv(octets, comptees);
        if (comptees.nombre() < 2) {
            throw sansRangee();
        }
        return lu;
    }

    private static TableauLu csv(byte[] octets, Receveur receveur) {
        if (octets.length > 1 && (octets[0] & 0xFF) == 0xD0 && (octets[1] & 0xFF) == 0xCF) {
            throw new TypeDeFichierRefuse(
                    contient(octets, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
                            ? "Ce classeur est protégé par un mot de passe. Ouvrez-le dans le tableur, enlevez le mot de"
                                    + " passe, enregistrez, puis recommencez."
                            : "Ce fichier est un ancien classeur Excel (.xls)." + A_FAIRE);
        }
        if (commencePar(octets, "%PDF") || ((octets[0] & 0xFF) == 0xFF && (octets[1] & 0xFF) == 0xD8)) {
            throw new TypeDeFichierRefuse("Ce fichier n'est pas un tableau." + A_FAIRE);
        }
        return LecteurCsv.lire(Encodage.decoder(octets), receveur);
    }

    private static boolean commencePar(byte[] octets, String debut) {
        byte[] attendu = debut.getBytes(StandardCharsets.US_ASCII);
        return octets.length >= attendu.length
                && java.util.Arrays.equals(octets, 0, attendu.length, attendu, 0, attendu.length);
    }

    private static boolean contient(byte[] octets, byte[] cherches) {
        for (int i = 0; i + cherches.length <= octets.length; i++) {
            if (java.util.Arrays.equals(octets, i, i + cherches.length, cherches, 0, cherches.length)) {
                return true;
            }
        }
        return false;
    }

    static SaisieInvalide tropGros() {
        return illisible("Ce fichier dépasse 10 Mo. Découpez-le en plusieurs fichiers.");
    }

    static SaisieInvalide tropDeColonnes() {
        return illisible("Ce fichier a plus de " + COLONNES_MAX + " colonnes. Gardez celles du modèle.");
    }

    public static SaisieInvalide tropDeRangees() {
        return illisible("Ce fichier a plus de 20 000 lignes. Découpez-le en plusieurs fichiers.");
    }

    public static SaisieInvalide sansRangee() {
        return illisible("Ce fichier ne contient aucune ligne sous la ligne des titres.");
    }

    static SaisieInvalide celluleTropLongue(int ligne) {
        return illisible("Une case de la ligne " + ligne + " a plus de 4 000 caractères. Raccourcissez-la,"
                + " ou vérifiez les guillemets de cette ligne.");
    }

    static TypeDeFichierRefuse pasUnTableau() {
        return new TypeDeFichierRefuse("Ce fichier n'est ni un CSV ni un classeur Excel (.xlsx)." + A_FAIRE);
    }

    static SaisieInvalide illisible(String message) {
        return new SaisieInvalide("fichier", message);
    }

    /** Counts the rows and refuses what is beyond the bounds, before anything is kept. */
    private static final class RangeesComptees implements Receveur {

        private final Receveur suite;
        private int nombre;
        private long total;

        RangeesComptees(Receveur suite) {
            this.suite = suite;
        }

        int nombre() {
            return nombre;
        }

        @Override
        public void rangee(int numero, List<String> cellules) {
            if (++nombre > RANGEES_MAX + AVANT_LES_RANGEES) {
                throw tropDeRangees();
            }
            verifier(numero, cellules);
            suite.rangee(numero, cellules);
        }

        private void verifier(int numero, List<String> cellules) {
            if (cellules.size() > COLONNES_MAX) {
                throw tropDeColonnes();
            }
            for (String cellule : cellules) {
                if (cellule.length() > CELLULE_MAX) {
                    throw celluleTropLongue(numero);
                }
                total += cellule.length();
            }
            if (total > TOTAL_MAX) {
                throw illisible("Ce fichier contient trop de texte. Découpez-le en plusieurs fichiers.");
            }
        }
    }
}
