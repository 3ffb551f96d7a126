package fr.jalon.importation.lecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV text (RFC 4180) whose separator is found on the first line: semicolon, comma or tab. */
final class LecteurCsv {

    private static final Map<Character, String> SEPARATEURS =
            Map.of(';', "point-virgule", ',', "virgule", '\t', "tabulation");
    private static final String ANNONCE = "sep=";

    private LecteurCsv() {}

    static String lire(Encodage.Texte texte, Receveur receveur) {
        String contenu = texte.contenu();
        char separateur;
        if (contenu.startsWith(ANNONCE) && contenu.length() > ANNONCE.length()) {
            separateur = contenu.charAt(ANNONCE.length());
            contenu = contenu.substring(contenu.indexOf('\n') + 1);
        } else {
            separateur = separateur(contenu);
        }
        parcourir(contenu, separateur, receveur);
        return "CSV, " + texte.nom() + ", " + SEPARATEURS.getOrDefault(separateur, "séparateur " + separateur);
    }

    private static void parcourir(String contenu, char separateur, Receveur receveur) {
        long ligne = 0;
        try (CSVParser lecteur = CSVParser.parse(new StringReader(contenu), format(separateur))) {
            boolean entetesLues = false;
            for (Iterator<CSVRecord> rangees = lecteur.iterator(); rangees.hasNext(); ) {
                CSVRecord rangee = rangees.next();
                ligne = rangee.getRecordNumber();
                List<String> cellules = rangee.toList();
                if (cellules.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (entetesLues) {
                    receveur.rangee((int) ligne, cellules);
                } else {
                    receveur.entetes(cellules);
                    entetesLues = true;
                }
            }
        } catch (CSVException e) {
            throw guillemets(ligne);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw guillemets(ligne);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException guillemets(long derniereLue) {
        return LecteurTableau.illisible("Les guillemets de la ligne " + (derniereLue + 1)
                + " sont mal fermés : corrigez-les, ou enregistrez à nouveau le tableau depuis le tableur.");
    }

    private static CSVFormat format(char separateur) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separateur)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The separator that cuts the first line in the most cells, outside the quotes. */
    private static char separateur(String contenu) {
        char meilleur = ';';
        int nombre = -1;
        for (char candidat : new char[] {';', '\t', ','}) {
            int trouves = compter(contenu, candidat);
            if (trouves > nombre) {
                nombre = trouves;
                meilleur = candidat;
            }
        }
        return meilleur;
    }

    private static int compter(String contenu, char candidat) {
        boolean entreGuillemets = false;
        boolean vue = false;
        int nombre = 0;
        for (int i = 0; i < contenu.length(); i++) {
            char c = contenu.charAt(i);
            if (c == '"') {
                entreGuillemets = !entreGuillemets;
            } else if (!entreGuillemets && (c == '\n' || c == '\r')) {
                if (vue) {
                    break;
                }
            } else {
                vue = vue || !Character.isWhitespace(c);
                if (!entreGuillemets && c == candidat) {
                    nombre++;
                }
            }
        }
        return nombre;
    }
}
