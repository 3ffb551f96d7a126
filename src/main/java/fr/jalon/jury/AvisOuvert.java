package fr.jalon.jury;

import java.util.UUID;

/**
 * A prepared opinion once its item is open.
 *
 * @param membre name of the member
 */
public record AvisOuvert(UUID membreId, String membre, AvisPrepare avis) {}
