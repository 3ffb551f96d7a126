package fr.jalon.jury;

import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How an instance votes, the grid of its prepared opinions, the sentences of its simple sheet: tables {@code scrutins-instances}, {@code grilles-avis} and
 * {@code fiche-simple-jury}.
 */
@Component
class ReglesDuJury {

    private static final String SCRUTINS = "scrutins-instances";
    private static final String GRILLES = "grilles-avis";
    private static final String SIMPLE = "fiche-simple-jury";

    private final Tables tables;

    ReglesDuJury(Tables tables) {
        this.tables = tables;
    }

    /** @throws IllegalStateException when the table says nothing of this question on that day */
    RegleDeVote vote(String instance, String question, LocalDate jour) {
        Ligne ligne = tables.ligneSiConnue(SCRUTINS, Map.of("instance", instance, "question", question, "jour", jour))
                .orElseThrow(() ->
                        new IllegalStateException(SCRUTINS + " n'a pas de ligne pour " + instance + ", " + question));
        return new RegleDeVote(
                RegleDeVote.Majorite.valueOf(ligne.texte("majorite")),
                RegleDeVote.Partage.valueOf(ligne.texte("partage")),
                ligne.entier("tours"),
                ligne.vrai("secretPossible"));
    }

    /** The criteria of a question, in the order of the table; none when opinions are not prepared. */
    List<Critere> grille(String instance, String question) {
        return tables.lignes(GRILLES, Map.of("instance", instance, "question", question)).stream()
                .map(l -> new Critere(l.texte("critere"), l.texte("libelle"), l.texte("explication")))
                .toList();
    }

    /** The sentences of the simple sheet, in the order of the table, their places not filled. */
    List<FicheSimple.Phrase> simple(String instance, String question) {
        return tables.lignes(SIMPLE, Map.of("instance", instance, "question", question)).stream()
                .map(l -> new FicheSimple.Phrase(l.texte("pictogramme"), l.texte("phrase")))
                .toList();
    }
}
