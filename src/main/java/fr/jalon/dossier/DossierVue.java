package fr.jalon.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A dossier as other modules and screens see it.
 *
 * @param numero for example {@code RSA-2026-000123}
 * @param dispositif for example {@code RSA}
 * @param saisiLe day on which another authority received the claim first, null when none did
 * @param issue null while the dossier is open
 * @param etape label of the step under way, null at the end
 */
public record DossierVue(
        UUID id,
        String numero,
        String dispositif,
        UUID personneId,
        String antenne,
        Canal canal,
        EtatDossier etat,
        Issue issue,
        String etape,
        boolean urgent,
        String motifUrgence,
        LocalDate deposeLe,
        LocalDate saisiLe,
        HorlogeLegale horloge,
        String motifSuspension,
        boolean prolonge,
        Instant creeLe,
        String creePar,
        Instant closLe,
        int version) {

    public boolean clos() {
        return etat == EtatDossier.CLOS;
    }
}
