package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A partner answered by itself, from its own screen or by a link. */
public record PartenaireARepondu(UUID dossierId, boolean accepte, Agent auteur) {}
