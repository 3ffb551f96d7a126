package fr.jalon.accueil;

import java.util.EnumMap;
import java.util.Map;

/**
 * One row of the counts.
 *
 * @param code what it counts; empty for what was not said
 * @param parIssue visits by outcome
 * @param sansIssue visits that nothing settled yet
 */
public record LigneReponses(String code, String libelle, Map<IssueVisite, Long> parIssue, long sansIssue) {

    public LigneReponses {
        parIssue = Map.copyOf(parIssue);
    }

    public long nombre(IssueVisite issue) {
        return parIssue.getOrDefault(issue, 0L);
    }

    public long total() {
        return sansIssue + parIssue.values().stream().mapToLong(Long::longValue).sum();
    }

    LigneReponses avec(String issue, long nombre) {
        Map<IssueVisite, Long> autres = new EnumMap<>(IssueVisite.class);
        autres.putAll(parIssue);
        if (issue == null) {
            return new LigneReponses(code, libelle, autres, sansIssue + nombre);
        }
        autres.merge(IssueVisite.valueOf(issue), nombre, Long::sum);
        return new LigneReponses(code, libelle, autres, sansIssue);
    }
}
