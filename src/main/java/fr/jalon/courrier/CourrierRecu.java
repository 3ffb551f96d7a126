package fr.jalon.courrier;

import java.time.LocalDate;
import java.util.UUID;

/** It is proved that the addressee received a letter on that day: what runs against a person runs from it. Published in the same transaction. */
public record CourrierRecu(
        UUID courrierId, String numero, UUID dossierId, String modele, LocalDate jour, ModeRemise mode) {}
