package fr.jalon.agent;

import java.time.Instant;
import java.util.UUID;

/**
 * A personal token in use, without its text.
 *
 * @param expireLe null for one made before tokens had an end
 * @param serviLe null when it never served
 */
public record JetonVue(
        UUID id, String libelle, PorteeJeton portee, Instant creeLe, Instant expireLe, Instant serviLe) {}
