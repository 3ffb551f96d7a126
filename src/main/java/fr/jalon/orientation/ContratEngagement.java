package fr.jalon.orientation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A contrat d'engagement, written then signed by both or refused (CASF, art. L262-34 to L262-36).
 *
 * @param fin last day
 * @param heures hours of activity a week
 * @param exemption why fewer hours than planned, null for none
 * @param signePersonneLe day on which the person signed, null before
 * @param signeReferentLe day on which the référent signed, null before
 * @param signataire log-in name of the référent who signed
 * @param refuseLe day on which the person refused to sign, null otherwise
 * @param motifRefus why, in the person's words
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
        LocalDate signePersonneLe,
        LocalDate signeReferentLe,
        String signataire,
        LocalDate refuseLe,
        String motifRefus,
        String auteur) {

    public boolean signe() {
        return signePersonneLe != null && signeReferentLe != null;
    }

    /** The day from which it binds both, null before. */
    public LocalDate signeLe() {
        return signe() ? (signePersonneLe.isAfter(signeReferentLe) ? signePersonneLe : signeReferentLe) : null;
    }
}
