package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** Something happened to a letter, in words, for the history of what it is about. Published in the same transaction. */
public record CourrierSuivi(UUID courrierId, UUID dossierId, String texte, Agent auteur) {}
