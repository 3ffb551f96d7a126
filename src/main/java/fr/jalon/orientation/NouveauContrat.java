package fr.jalon.orientation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A contrat d'engagement as typed.
 *
 * @param heures hours of activity a week
 * @param exemption code of {@link Exemption}, null for none
 * @param mois duration in months
 */
public record NouveauContrat(
        List<String> objectifs,
        List<String> actions,
        BigDecimal heures,
        String exemption,
        String motifExemption,
        LocalDate debut,
        int mois) {}
