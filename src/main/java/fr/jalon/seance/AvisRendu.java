package fr.jalon.seance;

import fr.jalon.agent.Agent;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A closed session answered a question; published in its transaction.
 *
 * @param avis code, output of {@code avis-instances}
 * @param libelle its words
 * @param montant cents granted, null when it grants none
 * @param seance day of the session
 */
public record AvisRendu(
        UUID dossierId,
        String instance,
        String question,
        String avis,
        String libelle,
        String motif,
        Long montant,
        LocalDate seance,
        String numeroSeance,
        Agent auteur) {}
