package fr.jalon.courrier;

import java.time.LocalDate;
import java.util.UUID;

/** The receipt of a letter is proved: handed over against signature, or acknowledged. Published in the same transaction. */
public record CourrierRecu(
        UUID courrierId, String numero, UUID dossierId, String modele, LocalDate jour, ModeRemise mode) {}
