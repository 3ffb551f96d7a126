package fr.jalon.courrier;

import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a letter is held to be received, and what a letter that came back means: tables {@code reception-courriers} and {@code retours-courrier}. */
@Component
public class ReceptionCourrier {

    static final String PRESOMPTIONS = "reception-courriers";
    static final String RETOURS = "retours-courrier";

    private final Decisions decisions;

    ReceptionCourrier(Decisions decisions) {
        this.decisions = decisions;
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
     * @return empty when the way has no row
     */
    public Optional<LocalDate> presumee(LocalDate jourEnvoi, ModeRemise mode) {
        return decisions
                .evaluer(PRESOMPTIONS, Map.of("modeRemise", mode.name()))
                .unique()
                .map(r -> jourEnvoi.plusDays(((Number) r.sorties().get("jours")).longValue()));
    }

    /** Whether this presumption still waits for a lawyer. */
    public boolean aConfirmer(ModeRemise mode) {
        return decisions
                .evaluer(PRESOMPTIONS, Map.of("modeRemise", mode.name()))
                .unique()
                .map(r -> !"A".equals(r.texte("certitude")) && !"B".equals(r.texte("certitude")))
                .orElse(true);
    }

    /** A letter that came back for this reason told nobody anything: what ran from it stops. */
    public boolean arrete(String motif) {
        return retour(motif).map(Retour::arrete).orElse(true);
    }

    public Optional<Retour> retour(String motif) {
        return decisions.evaluer(RETOURS, Map.of("motifRetour", motif)).unique().map(r -> lire(motif, r));
    }

    /** The reasons that the post gives, in the order of the screens. */
    public List<Retour> retours() {
        return List.of("NPAI", "ADRESSE_INCOMPLETE", "NON_RECLAME", "REFUSE").stream()
                .flatMap(m -> retour(m).stream())
                .toList();
    }

    private static Retour lire(String motif, RegleDeclenchee r) {
        return new Retour(
                motif,
                r.texte("libelle"),
                Boolean.TRUE.equals(r.sorties().get("adresseFausse")),
                Boolean.TRUE.equals(r.sorties().get("arrete")));
    }
}
