package fr.jalon.courrier;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When a letter is held to be received, and what a letter that came back means: tables {@code reception-courriers} and {@code retours-courrier}. */
@Component
public class ReceptionCourrier {

    static final String PRESOMPTIONS = "reception-courriers";
    static final String RETOURS = "retours-courrier";
    private static final Set<String> CERTAINES = Set.of("A", "B");

    private final Decisions decisions;
    private final Horloge horloge;

    ReceptionCourrier(Decisions decisions, Horloge horloge) {
        this.decisions = decisions;
        this.horloge = horloge;
    }

    /**
     * Why a letter comes back.
     *
     * @param adresseFausse the address of the person is not hers any more
     * @param arrete she was not told: what ran from the letter stops
     */
    public record Retour(String motif, String libelle, boolean adresseFausse, boolean arrete) {}

    /**
     * The day on which a letter is held to be received when nothing proves it. A parameter that nobody confirmed yet (certainty U):
     * nothing is refused nor sanctioned on it alone.
     *
     * @param envoi day on which it left
     * @throws IllegalStateException when the table has no row for the way of sending
     */
    public LocalDate presumee(LocalDate envoi, ModeRemise mode) {
        Object jours = presomption(envoi, mode).sorties().get("joursPresumes");
        return JoursOuvres.ajouter(envoi, ((Number) jours).intValue());
    }

    /** Whether the presumption for this way still waits for a lawyer. */
    public boolean aConfirmer(LocalDate envoi, ModeRemise mode) {
        return !CERTAINES.contains(presomption(envoi, mode).texte("certitude"));
    }

    private RegleDeclenchee presomption(LocalDate envoi, ModeRemise mode) {
        return decisions
                .evaluer(PRESOMPTIONS, Map.of("modeRemise", mode.name(), "jour", envoi))
                .unique()
                .orElseThrow(() -> new IllegalStateException(PRESOMPTIONS + " n'a pas de ligne pour " + mode));
    }

    /** A letter that came back for this reason told nobody anything: what ran from it stops. An unknown reason stops it too. */
    public boolean arrete(String motif) {
        return retour(motif).map(Retour::arrete).orElse(true);
    }

    public Optional<Retour> retour(String motif) {
        return retours().stream().filter(r -> r.motif().equals(motif)).findFirst();
    }

    /** The reasons that an envelope gives, in the order of the table. */
    public List<Retour> retours() {
        return decisions.evaluer(RETOURS, Map.of("jour", horloge.aujourdhui())).regles().stream()
                .map(ReceptionCourrier::lire)
                .toList();
    }

    private static Retour lire(RegleDeclenchee r) {
        return new Retour(
                r.texte("codeRetour"),
                r.texte("libelle"),
                Boolean.TRUE.equals(r.sorties().get("adresseFausse")),
                Boolean.TRUE.equals(r.sorties().get("arrete")));
    }
}
