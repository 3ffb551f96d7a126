package fr.jalon.orientation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A request for an orientation as other modules read it.
 *
 * @param origineId dossier that asked for it, null when it was opened by hand
 * @param connueLe day on which the open right was known: the six weeks run from it (CASF, art. D262-65-2)
 * @param situation answers of the form {@code recueillir-situation}, by field name
 * @param proposition what the tables propose, null before
 * @param parcours decided path, null before
 * @param organisme code of the decided organisation
 * @param referent log-in name of the référent, or null
 * @param referentPartenaire the référent or the service that the partner named, null when it is not known
 * @param ecart the decision departs from the proposal
 * @param motif written reason of the decision, or null
 * @param rendezVous next or last first appointment with us, null when a partner gives it
 * @param decideur who oriented, null before
 * @param decideeLe day on which France Travail oriented, null otherwise
 * @param sixSemainesLe day on which six weeks had passed without an orientation, null otherwise
 * @param absences times the person did not come since the last decision
 * @param avisEquipe opinion given in a session and not yet followed, or null
 * @param rencontreeLe day of the first meeting held
 * @param bilanLe day before which both review the accompaniment, null before a contract
 * @param bilanRaison why that day, with its article
 */
public record DemandeOrientationVue(
        UUID dossierId,
        UUID origineId,
        LocalDate connueLe,
        Map<String, Object> situation,
        PropositionOrientation proposition,
        Parcours parcours,
        String organisme,
        String referent,
        String referentPartenaire,
        boolean ecart,
        String motif,
        String confirmeePar,
        Instant confirmeeLe,
        Instant rendezVous,
        String lieu,
        int absences,
        Decideur decideur,
        LocalDate decideeLe,
        LocalDate sixSemainesLe,
        LocalDate rencontreeLe,
        LocalDate bilanLe,
        String bilanRaison,
        Sortie sortie,
        String motifSortie,
        AvisEquipe avisEquipe) {

    /** The same request with a decision that is not kept. */
    DemandeOrientationVue confirmee(ConfirmationOrientation c, boolean ecartAnnonce) {
        return new DemandeOrientationVue(
                dossierId,
                origineId,
                connueLe,
                situation,
                proposition,
                c.parcours(),
                c.organisme(),
                c.referent(),
                c.referentPartenaire(),
                ecartAnnonce,
                c.motif(),
                confirmeePar,
                confirmeeLe,
                c.rendezVous(),
                c.lieu(),
                absences,
                c.decideur(),
                c.decideeLe(),
                sixSemainesLe,
                rencontreeLe,
                bilanLe,
                bilanRaison,
                sortie,
                motifSortie,
                avisEquipe);
    }
}
