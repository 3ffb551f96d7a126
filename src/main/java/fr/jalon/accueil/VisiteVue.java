package fr.jalon.accueil;

import fr.jalon.commun.Horloge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A visit of the front desk.
 *
 * @param numero what a person reads and says, for example V-2026-000012
 * @param personneId null when the visit has no name
 * @param motifs codes of {@link ReferenceAccueil#motifs()}, in their order
 * @param issue null while nothing is settled
 * @param rendezVous wall-clock time in Paris
 * @param dossierId the dossier that the visit opened
 * @param annulee undone: it counts no more
 */
public record VisiteVue(
        UUID id,
        String numero,
        String antenne,
        String agent,
        Instant commenceeLe,
        Instant enregistreeLe,
        UUID personneId,
        List<String> motifs,
        String publicVise,
        IssueVisite issue,
        String reponse,
        String organisme,
        String lieu,
        LocalDateTime rendezVous,
        String rendezVousLieu,
        UUID dossierId,
        boolean annulee,
        int version) {

    public VisiteVue {
        motifs = List.copyOf(motifs);
    }

    /** Day of the visit, in Paris. */
    public LocalDate jour() {
        return LocalDate.ofInstant(commenceeLe, Horloge.PARIS);
    }
}
