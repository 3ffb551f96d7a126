package fr.jalon.agent;

import java.time.Instant;
import java.util.UUID;

/** A personal token in use, without its text. */
public record JetonVue(UUID id, String libelle, Instant creeLe) {}
