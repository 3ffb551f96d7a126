package fr.jalon.importation;

import fr.jalon.agent.Agent;
import java.util.ArrayList;
import java.util.List;
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
        try {
            return type.examiner(ligne.valeurs(), auteur);
        } catch (RuntimeException e) {
            return RefusDeLigne.dire(e, fichier, ligne, PANNE);
        }
    }

    /** What the rows above say of it: these must have been kept already. */
    ExamenLigne parmiLesAutres(LigneEnregistree ligne, ExamenLigne examen) {
        if (examen.statut() == StatutLigne.EN_ERREUR) {
            return examen;
        }
        return lignes.plusHaut(ligne, examen.sujets())
                .map(numero -> enDouble(examen, numero))
                .orElse(examen);
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

    private static ExamenLigne enDouble(ExamenLigne examen, int numero) {
        List<MessageLigne> messages = new ArrayList<>(examen.messages());
        messages.add(
                0,
                MessageLigne.erreur(
                        "",
                        "La ligne " + numero + " du fichier concerne déjà la même personne ou le même dossier."
                                + " Gardez une seule des deux."));
        return ExamenLigne.enErreur(messages, examen.sujets());
    }
}
