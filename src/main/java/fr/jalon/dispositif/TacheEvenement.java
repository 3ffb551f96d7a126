package fr.jalon.dispositif;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something happened to a task, published in the engine's own transaction. The queue is built from these alone.
 *
 * @param nature what happened
 * @param tacheId engine id of the task
 * @param dossierId the dossier that it serves
 * @param processus process id, for example {@code instruction-rsa}
 * @param etape element id, for example {@code UserTask_VerifierPieces}
 * @param libelle label of the task in the model
 * @param groupe role that may take it
 * @param attente who must act: empty for us, else {@code personne}, {@code caf}, {@code partenaire}
 * @param assigne account that holds it, or null
 * @param creee when it appeared
 * @param cible target date, or null
 * @param limite hard date, or null
 */
public record TacheEvenement(
        Nature nature,
        String tacheId,
        UUID dossierId,
        String processus,
        String etape,
        String libelle,
        String groupe,
        String attente,
        String assigne,
        Instant creee,
        LocalDate cible,
        LocalDate limite) {

    /** The events of a task that change the queue. */
    public enum Nature {
        CREEE,
        ASSIGNEE,
        MODIFIEE,
        ACHEVEE,
        SUPPRIMEE
    }
}
