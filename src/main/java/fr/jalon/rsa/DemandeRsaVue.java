package fr.jalon.rsa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
        String secours) {}
