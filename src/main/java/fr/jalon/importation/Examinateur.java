package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Ecritures;
import fr.jalon.importation.lecture.LectureRangee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Examines a row: what its kind says of it, and what the file and the former imports say. */
@Component
class Examinateur {

    private static final String PANNE =
            "Jalon n'a pas pu vérifier cette ligne, et n'en a rien écrit. Corrigez-la ou réessayez ;"
                    + " si cela recommence, prévenez l'administrateur.";

    private final ClesImport cles;
    private final TableLignes lignes;

    Examinateur(ClesImport cles, TableLignes lignes) {
        this.cles = cles;
        this.lignes = lignes;
    }

    ExamenLigne examiner(ImportEnregistre fichier, LigneEnregistree ligne, TypeImport type, Agent auteur) {
        return parmiLesAutres(ligne, seule(fichier, ligne, type, auteur));
    }

    /** What a row says by itself and what was written before: rows may be looked at in any order, several at once. */
    ExamenLigne seule(ImportEnregistre fichier, LigneEnregistree ligne, TypeImport type, Agent auteur) {
        Optional<ClesImport.Connue> deja = cles.connue(fichier.type(), cleDeLaRangee(fichier, ligne))
                .filter(connue -> !connue.ligneId().equals(ligne.id()));
        if (deja.isPresent()) {
            return ExamenLigne.aJour(List.of(MessageLigne.information(dejaEcrite(deja.get(), auteur))), List.of());
        }
        if (ligne.identiqueA() != null) {
            return enDouble(ExamenLigne.enErreur(List.of(), List.of()), ligne.identiqueA());
        }
        try {
            return sansLesCasesFausses(ligne.valeurs(), type, auteur);
        } catch (RuntimeException e) {
            return RefusDeLigne.dire(e, fichier, ligne, PANNE);
        }
    }

    /**
     * An optional cell that cannot be read never stops its row: it is told, and left out. A row that was read and contradicts what is
     * known has a subject: nothing of it is left out, somebody decides. Nor is a cell that the file itself spoiled.
     */
    private static ExamenLigne sansLesCasesFausses(Map<String, String> valeurs, TypeImport type, Agent auteur) {
        ExamenLigne examen = type.examiner(valeurs, auteur);
        Map<String, String> reste = new LinkedHashMap<>(valeurs);
        List<MessageLigne> dits = new ArrayList<>();
        while (examen.statut() == StatutLigne.EN_ERREUR && examen.sujets().isEmpty()) {
            List<MessageLigne> fautes =
                    examen.messages().stream().filter(MessageLigne::erreur).toList();
            if (fautes.isEmpty() || !fautes.stream().allMatch(f -> seLaisse(f.champ(), reste, type))) {
                break;
            }
            // The value itself is not repeated: it may be a social security number
            fautes.forEach(f -> dits.add(MessageLigne.information(
                    f.champ(), f.message() + " En attendant, cette case est laissée de côté.")));
            fautes.forEach(f -> reste.remove(f.champ()));
            examen = type.examiner(reste, auteur);
        }
        reste.forEach((colonne, valeur) -> Ecritures.avertissements(valeur)
                .forEach(phrase -> dits.add(MessageLigne.information(colonne, phrase))));
        return dits.isEmpty() ? examen : examen.avec(dits);
    }

    private static boolean seLaisse(String champ, Map<String, String> valeurs, TypeImport type) {
        return valeurs.containsKey(champ)
                && !LectureRangee.abimee(valeurs.get(champ))
                && type.colonne(champ)
                        .filter(c -> !c.obligatoire() && !c.decisive())
                        .isPresent();
    }

    /** What the rows above say of it: these must have been kept already. */
    ExamenLigne parmiLesAutres(LigneEnregistree ligne, ExamenLigne examen) {
        if (examen.statut() == StatutLigne.EN_ERREUR) {
            return examen;
        }
        return lignes.plusHaut(ligne, examen.sujets())
                .map(numero -> enDouble(examen, numero))
                .orElseGet(() -> lignes.memeFoyer(ligne, examen.foyers())
                        .map(
                                numero -> examen.avecMessage(
                                        MessageLigne.information(
                                                "La ligne " + numero
                                                        + " du fichier semble être du même foyer : même adresse, même téléphone ou courriel. Le RSA"
                                                        + " est un droit du foyer (CASF, art. L262-2) : une seule demande par foyer. Vérifiez.")))
                        .orElse(examen));
    }

    /** The same row of the same file, whatever was corrected in it since. */
    static String cleDeLaRangee(ImportEnregistre fichier, LigneEnregistree ligne) {
        return "rangee\n" + fichier.empreinte() + "\n" + ligne.numero();
    }

    private static String dejaEcrite(ClesImport.Connue connue, Agent auteur) {
        boolean visible =
                connue.antenne() != null && auteur.portee().couvre(connue.antenne()) && connue.numero() != null;
        return "Cette ligne du même fichier est déjà écrite"
                + (visible ? " : dossier " + connue.numero() + "." : ", dans un import précédent.");
    }

    /** What is said of a row that an earlier one makes useless. */
    static String enDouble(String numero) {
        return "La ligne " + numero + " du fichier concerne déjà la même personne ou le même dossier."
                + " Gardez une seule des deux.";
    }

    private static ExamenLigne enDouble(ExamenLigne examen, int numero) {
        List<MessageLigne> messages = new ArrayList<>(examen.messages());
        messages.add(0, MessageLigne.erreur("", enDouble(String.valueOf(numero))));
        return ExamenLigne.enErreur(messages, examen.sujets());
    }
}
