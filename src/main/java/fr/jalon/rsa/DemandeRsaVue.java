package fr.jalon.rsa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An RSA claim as screens and paths see it.
 *
 * @param conditions what the rules found, empty before the eligibility step
 * @param eligible null before the eligibility step, or when a fact is missing
 * @param estimation result of the amount, null before it
 * @param derogation the proposal departs from the rules
 * @param motifsProposition codes of the table {@code motifs-caf} for a rejection, empty for the others
 * @param motifProposition words beside them
 * @param decisionCaf null until the CAF has decided
 * @param secours what was proposed to a person without resources, or null
 */
public record DemandeRsaVue(
        UUID dossierId,
        DemandeSimulation situation,
        boolean regimeAgricole,
        boolean c2sDemandee,
        List<ConditionVerifiee> conditions,
        Boolean eligible,
        ResultatSimulation estimation,
        Proposition proposition,
        boolean derogation,
        List<String> motifsProposition,
        String motifProposition,
        String proposeePar,
        Instant proposeeLe,
        Boolean rejetValide,
        String rejetValidePar,
        String motifValidation,
        LocalDate transmiseLe,
        DecisionCaf decisionCaf,
        String secours) {

    /** What the rules say as a whole: the conditions, then the amount. Null before them, or when a fact is to be asked. */
    public Boolean resultatDesRegles() {
        boolean sansMontant = estimation != null && !estimation.droitOuvert();
        return (Boolean.TRUE.equals(eligible) && sansMontant) ? Boolean.FALSE : eligible;
    }

    /** Reason codes of the conditions that are not met, and the codes of those of the amount: what {@link MotifsCaf#fondes} compares. */
    public Set<String> manques() {
        Set<String> manques = conditions.stream()
                .filter(ConditionVerifiee::manque)
                .map(ConditionVerifiee::motif)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (estimation != null) {
            estimation.conditions().stream()
                    .filter(c -> Boolean.FALSE.equals(c.respectee()))
                    .map(ResultatSimulation.Condition::code)
                    .forEach(manques::add);
        }
        return manques;
    }
}
