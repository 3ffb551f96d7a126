package fr.jalon.mobilite;

import fr.jalon.commun.Siret;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What who instructs an aid says of it.
 *
 * @param demande the aid, its plan, what is known of the person
 * @param devis the quote that the person chose
 * @param second the other one; null when there is one quote
 */
public record Instruction(AideDemandee demande, DevisChoisi devis, SecondDevis second) {

    /**
     * The quote that the person chose; its cost is the aid's.
     *
     * @param organisme name of who will be paid
     * @param autoEcole member of the network that wrote it, null for another body
     * @param heures driving hours, null when the quote says none
     * @param proche whether who instructs declared that it comes from a relative
     */
    public record DevisChoisi(
            String organisme, Siret siret, LocalDate date, UUID autoEcole, Integer heures, boolean proche) {}

    /**
     * The quote that the person did not choose.
     *
     * @param organisme who wrote it, null when not noted
     * @param cout cents
     * @param raisonDuChoix why the person chose the other one, null when not noted
     */
    public record SecondDevis(String organisme, long cout, String raisonDuChoix) {}
}
