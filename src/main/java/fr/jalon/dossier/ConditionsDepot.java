package fr.jalon.dossier;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Decisions;
import fr.jalon.usager.Naissance;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who may file a claim, by the table {@code conditions-depot}. */
@Component
class ConditionsDepot {

    private final Decisions decisions;

    ConditionsDepot(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Whether a person may have several open dossiers of it at once, one per partner for example. */
    boolean plusieursOuverts(String dispositif) {
        return decisions
                .evaluer("conditions-depot", Map.of("dispositif", dispositif))
                .unique()
                .map(regle -> Boolean.TRUE.equals(regle.sorties().get("plusieursOuverts")))
                .orElse(false);
    }

    void verifierAge(String dispositif, Naissance.Age age) {
        decisions
                .evaluer("conditions-depot", Map.of("dispositif", dispositif))
                .unique()
                .ifPresent(regle -> {
                    int minimum = ((Number) regle.sorties().get("ageMinimal")).intValue();
                    if (age.max() < minimum) {
                        throw new SaisieInvalide(
                                "usagerId",
                                "Cette personne a " + age.mots() + " : elle ne peut pas déposer cette demande avant "
                                        + minimum + " ans.");
                    }
                });
    }
}
