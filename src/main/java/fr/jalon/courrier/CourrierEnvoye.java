package fr.jalon.courrier;

import java.time.LocalDate;
import java.util.UUID;

/** A letter left for its addressee on that day. Published in the same transaction. */
public record CourrierEnvoye(
        UUID courrierId, String numero, UUID dossierId, String modele, LocalDate jour, ModeRemise mode) {}
