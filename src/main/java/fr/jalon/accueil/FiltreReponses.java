package fr.jalon.accueil;

import java.time.LocalDate;

/**
 * Which visits are counted; a null does not filter.
 *
 * @param du first day, never null
 * @param au last day, never null
 * @param issue an {@link IssueVisite}, or {@link PremieresReponses#SANS_ISSUE}
 */
public record FiltreReponses(
        LocalDate du, LocalDate au, String antenne, String motif, String publicVise, String issue) {}
