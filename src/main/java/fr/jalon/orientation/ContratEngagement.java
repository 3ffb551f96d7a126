package fr.jalon.orientation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A signed contrat d'engagement (CASF, art. L262-34 to L262-36).
 *
 * @param fin last day
 * @param heures hours of activity a week
 * @param exemption why fewer hours than planned, null for none
 */
public record ContratEngagement(
        UUID id,
        UUID dossierId,
        LocalDate debut,
        LocalDate fin,
        BigDecimal heures,
        Exemption exemption,
        String motifExemption,
        List<String> objectifs,
        List<String> actions,
        LocalDate signeLe,
        String auteur) {}
