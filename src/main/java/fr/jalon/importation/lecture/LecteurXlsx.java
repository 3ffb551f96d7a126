package fr.jalon.importation.lecture;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.TypeDeFichierRefuse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * Reads the first visible sheet of an XLSX workbook that holds something, and says what it left aside. Written here because the
 * libraries refuse the strict form, forget the calendar of 1904 and do not tell what is hidden.
 */
final class LecteurXlsx {

    private static final int MONTREES = 20;

    private final ArchiveXlsx archive;
    private final List<String> avis = new ArrayList<>();

    private LecteurXlsx(ArchiveXlsx archive) {
        this.archive = archive;
    }

    static TableauLu lire(byte[] octets, Receveur receveur) {
        try {
            return new LecteurXlsx(ArchiveXlsx.ouvrir(octets)).lire(receveur);
        } catch (SaisieInvalide | TypeDeFichierRefuse refus) {
            throw refus;
        } catch (IOException | SAXException | ParserConfigurationException | RuntimeException e) {
            // Whatever a crooked file makes fail: it is the file that is damaged.
            throw ArchiveXlsx.endommage(e);
        }
    }

    private TableauLu lire(Receveur receveur) throws IOException, SAXException, ParserConfigurationException {
        ClasseurXlsx.Liens racine = liens("");
        String partie = racine.parGenre("officeDocument", "xl/workbook.xml");
        ClasseurXlsx classeur = new ClasseurXlsx();
        archive.lire(partie, classeur);
        ClasseurXlsx.Liens liens = liens(partie);
        List<ClasseurXlsx.Feuille> visibles = classeur.feuilles().stream()
                .filter(f -> !f.masquee() && liens.parId(f.lien()) != null && archive.contient(liens.parId(f.lien())))
                .toList();
        if (visibles.isEmpty()) {
            throw LecteurTableau.illisible(
                    classeur.feuilles().isEmpty()
                            ? "Ce classeur ne contient aucune feuille."
                            : "Toutes les feuilles de ce classeur sont masquées. Affichez celle du tableau, enregistrez,"
                                    + " puis recommencez.");
        }
        TextesXlsx textes = new TextesXlsx();
        archive.lire(liens.parGenre("sharedStrings", ""), textes);
        StylesXlsx styles = new StylesXlsx();
        archive.lire(liens.parGenre("styles", ""), styles);
        ClasseurXlsx.Feuille lue = visibles.get(0);
        for (ClasseurXlsx.Feuille candidate : visibles) {
            FeuilleXlsx feuille = new FeuilleXlsx(receveur, textes, styles, classeur.depuis1904());
            archive.lire(liens.parId(candidate.lien()), feuille);
            if (feuille.rendues() > 0) {
                lue = candidate;
                direCeQuiEstMasque(feuille);
                break;
            }
        }
        direLesAutresFeuilles(classeur.feuilles(), lue);
        return new TableauLu(
                "classeur Excel, feuille « " + lue.nom() + " »" + (classeur.depuis1904() ? ", dates depuis 1904" : ""),
                avis);
    }

    private ClasseurXlsx.Liens liens(String partie) throws IOException, SAXException, ParserConfigurationException {
        ClasseurXlsx.Liens liens = new ClasseurXlsx.Liens(partie);
        archive.lire(ClasseurXlsx.Liens.de(partie), liens);
        return liens;
    }

    private void direCeQuiEstMasque(FeuilleXlsx feuille) {
        List<Integer> rangees = feuille.masquees();
        if (rangees.size() == 1) {
            avis.add("La ligne " + rangees.get(0) + " est masquée dans le classeur : elle est lue comme les autres.");
        } else if (rangees.size() > 1) {
            avis.add(rangees.size() + " lignes sont masquées dans le classeur et lues comme les autres : "
                    + enumerer(rangees.stream().map(String::valueOf).toList()) + ".");
        }
        if (!feuille.colonnesMasquees().isEmpty()) {
            avis.add("Colonnes masquées dans le classeur, lues comme les autres : "
                    + enumerer(feuille.colonnesMasquees()) + ".");
        }
    }

    private void direLesAutresFeuilles(List<ClasseurXlsx.Feuille> feuilles, ClasseurXlsx.Feuille lue) {
        direFeuilles(
                feuilles.stream().filter(f -> !f.masquee() && !f.equals(lue)).toList(),
                "La feuille %s n'est pas lue.",
                "Les feuilles %s ne sont pas lues.");
        direFeuilles(
                feuilles.stream().filter(ClasseurXlsx.Feuille::masquee).toList(),
                "La feuille %s est masquée : elle n'est pas lue.",
                "Les feuilles %s sont masquées : elles ne sont pas lues.");
    }

    private void direFeuilles(List<ClasseurXlsx.Feuille> feuilles, String une, String plusieurs) {
        if (!feuilles.isEmpty()) {
            String noms =
                    enumerer(feuilles.stream().map(f -> "« " + f.nom() + " »").toList());
            avis.add((feuilles.size() == 1 ? une : plusieurs).replace("%s", noms));
        }
    }

    private static String enumerer(List<String> mots) {
        String debut = mots.stream().limit(MONTREES).collect(Collectors.joining(", "));
        return mots.size() > MONTREES ? debut + " et " + (mots.size() - MONTREES) + " de plus" : debut;
    }
}
