package fr.jalon.dispositif;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The delay that a letter lets run began, moved or stopped. Published in the transaction of the sending, of the receipt or of the return.
 *
 * @param element id of the timer's event in the model
 * @param recuLe day from which it runs, null when it stopped
 * @param echeance its last day, null when it stopped
 */
public record DelaiDeplace(UUID dossierId, String element, LocalDate recuLe, LocalDate echeance) {}
