package fr.jalon.courrier;

import java.time.LocalDate;
import java.util.UUID;

/** A letter came back: the person did not receive it, and nothing runs against her from it. Published in the same transaction. */
public record CourrierRetourne(
        UUID courrierId, String numero, UUID dossierId, String modele, LocalDate jour, String motif) {}
