package fr.jalon.dossier;

import fr.jalon.commun.JoursOuvres;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Target and hard dates of a step or of a whole dossier, by the table {@code delais}. */
@Service
public class Delais {

    private static final String TABLE = "delais";

    private final Decisions decisions;

    Delais(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Two dates; each may be null when the table leaves it empty. */
    public record Dates(LocalDate cible, LocalDate limite) {}

    /**
     * Dates of a step.
     *
     * @param etape element id of the step, or the code of a clock ({@code DOSSIER}, {@code REPONSE_PIECES}...)
     * @param debut day from which the delay runs, not counted
     * @return empty when the table has no row for it
     */
    public Optional<Dates> dates(String dispositif, String etape, boolean urgent, LocalDate debut) {
        return decisions
                .evaluer(TABLE, Map.of("dispositif", dispositif, "etape", etape, "urgent", urgent))
                .unique()
                .map(regle -> new Dates(date(regle, "joursCible", debut), date(regle, "joursLimite", debut)));
    }

    /**
     * End of a clock that the path needs.
     *
     * @throws IllegalStateException when the table has no row for it
     */
    public LocalDate fin(String dispositif, String horloge, boolean urgent, LocalDate debut) {
        return dates(dispositif, horloge, urgent, debut)
                .map(Dates::limite)
                .orElseThrow(() -> new IllegalStateException(
                        "La table des délais n'a pas de ligne pour " + dispositif + " / " + horloge));
    }

    /**
     * Length of a clock in words, for a letter: "15 jours ouvrés", "2 mois".
     *
     * @throws IllegalStateException when the table has no row for it
     */
    public String enMots(String dispositif, String horloge, boolean urgent) {
        RegleDeclenchee regle = decisions
                .evaluer(TABLE, Map.of("dispositif", dispositif, "etape", horloge, "urgent", urgent))
                .unique()
                .orElseThrow(() -> new IllegalStateException(
                        "La table des délais n'a pas de ligne pour " + dispositif + " / " + horloge));
        int valeur = ((Number) regle.sorties().get("joursLimite")).intValue();
        String pluriel = valeur > 1 ? "s" : "";
        return valeur
                + switch (Optional.ofNullable(regle.texte("unite")).orElse("OUVRES")) {
                    case "MOIS" -> " mois";
                    case "CALENDAIRES" -> " jour" + pluriel;
                    default -> " jour" + pluriel + " ouvré" + pluriel;
                };
    }

    private static LocalDate date(RegleDeclenchee regle, String colonne, LocalDate debut) {
        if (!(regle.sorties().get(colonne) instanceof Number nombre)) {
            return null;
        }
        int valeur = nombre.intValue();
        return switch (Optional.ofNullable(regle.texte("unite")).orElse("OUVRES")) {
            case "MOIS" -> debut.plusMonths(valeur);
            case "CALENDAIRES" -> debut.plusDays(valeur);
            case "OUVRES" -> JoursOuvres.ajouter(debut, valeur);
            default -> throw new IllegalStateException("unité de délai inconnue : " + regle.texte("unite"));
        };
    }
}
