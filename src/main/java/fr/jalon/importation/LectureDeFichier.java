package fr.jalon.importation;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.lecture.ColonnesConnues;
import fr.jalon.importation.lecture.Entetes;
import fr.jalon.importation.lecture.LecteurTableau;
import fr.jalon.importation.lecture.LectureAPart;
import fr.jalon.importation.lecture.Receveur;
import fr.jalon.importation.lecture.TableauLu;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /**
     * What was read: name made harmless, digest of the bytes, way of reading, what is to be known of it, unknown titles, rows, and its
     * first rows as they stand.
     */
    record Lu(
            String nom,
            String empreinte,
            String description,
            List<String> avis,
            String ignorees,
            List<TableLignes.ALire> lignes,
            Titres titres) {

        /** @throws SaisieInvalide on {@code fichier} when a needed column is absent or twice there, or no cell is filled */
        Lu exigerComplet() {
            titres.entetes().exiger();
            if (lignes.isEmpty()) {
                throw new SaisieInvalide("fichier", "Aucune case n'est remplie dans les colonnes attendues.");
            }
            return this;
        }
    }

    /**
     * The titles of a file.
     *
     * @param entetes what each means
     * @param apercu first rows under them
     */
    record Titres(Entetes entetes, List<List<String>> apercu) {}

    /**
     * Titles and the column that somebody chose for each.
     *
     * @param titres the row as it stands in the file
     * @param colonnes column by place
     */
    record Choix(List<String> titres, Map<Integer, String> colonnes) {}

    /**
     * Reads the rows of a file, whatever its titles; see {@link Lu#exigerComplet}.
     *
     * @param aLaMain column by form of a title, as somebody said once
     */
    Lu lire(TypeImport type, String nom, byte[] octets, Map<String, String> aLaMain) {
        ColonnesConnues connues = connues(type, aLaMain);
        return lire(nom, octets, cellules -> new Entetes(cellules, connues));
    }

    /** Reads the rows of a file under titles that somebody just matched. */
    Lu lire(TypeImport type, String nom, byte[] octets, Choix choix) {
        ColonnesConnues connues = connues(type, Map.of());
        return lire(
                nom,
                octets,
                cellules -> Entetes.choisies(
                        cellules, cellules.equals(choix.titres()) ? choix.colonnes() : Map.of(), connues));
    }

    private Lu lire(String nom, byte[] octets, Function<List<String>, Entetes> lecteurDeTitres) {
        Recolte recolte = new Recolte(lecteurDeTitres);
        TableauLu lu = lecture.lire(octets, recolte);
        recolte.finir();
        List<String> avis = new ArrayList<>(lu.avis());
        avis.addAll(0, recolte.avis());
        return new Lu(
                nomNet(nom),
                sha256(octets),
                couper(lu.description(), 200),
                avis,
                recolte.ignorees(),
                recolte.lignes,
                recolte.titres());
    }

    private static ColonnesConnues connues(TypeImport type, Map<String, String> aLaMain) {
        return new ColonnesConnues(type.colonnes(), type::colonneNommee, aLaMain);
    }

    static String nomNet(String nom) {
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

    /**
     * Finds the titles, which may stand under a name and a date of export, and keeps the rows beneath them. The titles are the first
     * row that has every needed column; else, of the first rows, the one that has most.
     */
    private static final class Recolte implements Receveur {

        private static final int APERCU = 3;
        private static final int DECALEES_MONTREES = 20;

        private final Function<List<String>, Entetes> lecteurDeTitres;
        private final List<TableLignes.ALire> lignes = new ArrayList<>();
        private final List<Rangee> enAttente = new ArrayList<>();
        private final List<List<String>> apercu = new ArrayList<>();
        private final List<Integer> decalees = new ArrayList<>();
        private Entetes entetes;
        private int ligneDesTitres;
        private int rangeesAuDessus;

        Recolte(Function<List<String>, Entetes> lecteurDeTitres) {
            this.lecteurDeTitres = lecteurDeTitres;
        }

        private record Rangee(int numero, List<String> cellules, Entetes commeTitres) {}

        @Override
        public void rangee(int numero, List<String> cellules) {
            if (entetes != null) {
                garder(numero, cellules);
                return;
            }
            Rangee candidate = new Rangee(numero, cellules, lecteurDeTitres.apply(cellules));
            enAttente.add(candidate);
            if (candidate.commeTitres().complets()) {
                choisir(candidate);
            } else if (enAttente.size() >= LecteurTableau.AVANT_LES_RANGEES) {
                choisir(laPlusConnue());
            }
        }

        private void choisir(Rangee titres) {
            entetes = titres.commeTitres();
            ligneDesTitres = titres.numero();
            rangeesAuDessus = enAttente.indexOf(titres);
            enAttente.stream().skip(rangeesAuDessus + 1L).forEach(r -> garder(r.numero(), r.cellules()));
        }

        /** Of two rows with as many known titles, that which holds more; else the first. */
        private Rangee laPlusConnue() {
            Rangee meilleure = enAttente.get(0);
            for (Rangee r : enAttente) {
                if (poids(r) > poids(meilleure)) {
                    meilleure = r;
                }
            }
            return meilleure;
        }

        private static int poids(Rangee r) {
            long remplies = r.cellules().stream().filter(c -> !c.isBlank()).count();
            return r.commeTitres().reconnus() * (LecteurTableau.COLONNES_MAX + 1) + (int) remplies;
        }

        /** A row longer than its titles was perhaps cut at a comma of its address: each of its cells would then be another's. */
        private boolean depasse(List<String> cellules) {
            int titres = (int) IntStream.range(0, entetes.titres().size())
                    .filter(i -> !entetes.titres().get(i).isBlank())
                    .map(i -> i + 1)
                    .max()
                    .orElse(0);
            return cellules.stream().skip(titres).anyMatch(c -> !c.isBlank());
        }

        private void garder(int numero, List<String> cellules) {
            if (depasse(cellules)) {
                decalees.add(numero);
            }
            if (apercu.size() < APERCU) {
                apercu.add(cellules);
            }
            Map<String, String> valeurs = entetes.valeurs(cellules);
            if (!valeurs.isEmpty()) {
                lignes.add(new TableLignes.ALire(numero, valeurs));
                if (lignes.size() > LecteurTableau.RANGEES_MAX) {
                    throw LecteurTableau.tropDeRangees();
                }
            }
        }

        void finir() {
            if (entetes == null) {
                choisir(laPlusConnue());
            }
            if (apercu.isEmpty()) {
                throw LecteurTableau.sansRangee();
            }
        }

        Titres titres() {
            return new Titres(entetes, List.copyOf(apercu));
        }

        List<String> avis() {
            List<String> avis = new ArrayList<>();
            if (rangeesAuDessus > 0) {
                avis.add("Les titres sont à la ligne " + ligneDesTitres
                        + " du fichier : ce qui est au-dessus n'est pas lu.");
            }
            if (!decalees.isEmpty()) {
                String numeros = decalees.stream()
                        .limit(DECALEES_MONTREES)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
                avis.add("Des lignes ont plus de cases que la ligne des titres, et sont peut-être décalées : " + numeros
                        + (decalees.size() > DECALEES_MONTREES
                                ? " et " + (decalees.size() - DECALEES_MONTREES) + " de plus"
                                : "")
                        + ". Ce qui dépasse n'est pas lu : vérifiez-les.");
            }
            return avis;
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
