package fr.jalon.decision;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Evaluates decisions and explains them in French from the rule that fired. */
@Service
public class Decisions {

    /** Decision that holds the French text of every reason code: input {@code motif}, outputs {@code texte}, {@code article}, {@code quiChangerait}. */
    public static final String TABLE_DES_MOTIFS = "motifs";

    private final MoteurDecision moteur;

    public Decisions(MoteurDecision moteur) {
        this.moteur = moteur;
    }

    /**
     * Evaluates a decision.
     *
     * @see MoteurDecision#evaluer(String, Map)
     */
    public EvaluationDecision evaluer(String cle, Map<String, Object> entrees) {
        return moteur.evaluer(cle, entrees);
    }

    /**
     * The names that the decision does not read: an input that changes nothing must not look as if it had been heard.
     *
     * @see MoteurDecision#entreesInconnues(String, Set)
     */
    public Set<String> entreesInconnues(String cle, Set<String> noms) {
        return moteur.entreesInconnues(cle, noms);
    }

    /**
     * One explanation per fired rule, those of the required tables after those of the decision: the text of its reason code when
     * it has an output {@code motif}, else its sentence {@code raison}, else its annotation.
     */
    public List<Explication> expliquer(EvaluationDecision evaluation) {
        return Stream.concat(
                        evaluation.regles().stream(),
                        evaluation.requises().values().stream().flatMap(List::stream))
                .map(this::expliquer)
                .toList();
    }

    private Explication expliquer(RegleDeclenchee regle) {
        String motif = regle.texte("motif");
        if (motif == null && regle.texte("raison") != null) {
            return new Explication(regle.id(), regle.annotation(), regle.texte("raison"), null);
        }
        if (motif == null) {
            return new Explication(regle.id(), articleDe(regle), regle.annotation(), null);
        }
        Explication duMotif = motif(motif);
        String article = duMotif.article() == null ? articleDe(regle) : duMotif.article();
        return new Explication(regle.id(), article, duMotif.texte(), duMotif.quiChangerait());
    }

    /**
     * The French text of a reason code.
     *
     * @throws IllegalStateException when the code has no text: a published table must not use it
     */
    public Explication motif(String code) {
        RegleDeclenchee ligne = moteur.evaluer(TABLE_DES_MOTIFS, Map.of("motif", code))
                .unique()
                .orElseThrow(() -> new IllegalStateException("Le motif « " + code + " » n'a pas de texte."));
        return new Explication(code, ligne.texte("article"), ligne.texte("texte"), ligne.texte("quiChangerait"));
    }

    private static String articleDe(RegleDeclenchee regle) {
        return regle.texte("article");
    }
}
