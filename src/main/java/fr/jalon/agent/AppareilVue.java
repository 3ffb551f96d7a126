package fr.jalon.agent;

import java.time.Instant;
import java.util.UUID;

/** A device on which the second factor is not asked for a time. */
public record AppareilVue(UUID id, String libelle, Instant connuLe, Instant expireLe) {}
