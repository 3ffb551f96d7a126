package fr.jalon.budget;

import java.time.LocalDate;

/**
 * An order was paid; published in the transaction that records it, once for each order.
 *
 * @param ordreId number of the order
 * @param source what the credit was reserved for, as {@link Depenses#reserver} was told: "dossier " and its number, else the reservation
 * @param engagement number of the commitment
 * @param service id of the certified service that it pays, as {@link Depenses#certifier} gave it
 * @param centimes what was paid
 * @param payeLe day of the payment
 */
public record OrdrePaye(
        String ordreId, String source, String engagement, long service, long centimes, LocalDate payeLe) {}
