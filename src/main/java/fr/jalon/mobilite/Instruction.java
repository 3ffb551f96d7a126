package fr.jalon.mobilite;

import fr.jalon.commun.Siret;
import java.time.LocalDate;

/**
 * What who instructs an aid says of it.
 *
 * @param demande the aid, its plan, what is known of the person
 * @param organisme name of who will be paid
 * @param coutSecondDevis cents, null when there is one quote
 */
public record Instruction(
        AideDemandee demande, String organisme, Siret siret, LocalDate dateDevis, Long coutSecondDevis) {}
