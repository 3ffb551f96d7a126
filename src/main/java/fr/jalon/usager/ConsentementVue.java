package fr.jalon.usager;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A person's agreement to share something with somebody.
 *
 * @param objet what is shared
 * @param finalite why
 * @param jusquAu last day, null when it holds until it is withdrawn
 */
public record ConsentementVue(
        UUID id,
        String objet,
        String destinataire,
        String finalite,
        Instant donneLe,
        LocalDate jusquAu,
        Instant retireLe,
        String recueilliPar) {

    /** That it exists, and nothing of what it is. */
    ConsentementVue sansDetail() {
        return new ConsentementVue(
                id, "Accord donné pour un dossier d'une autre antenne", null, null, donneLe, jusquAu, retireLe, null);
    }

    public boolean enVigueur(LocalDate jour) {
        return retireLe == null && (jusquAu == null || !jusquAu.isBefore(jour));
    }
}
