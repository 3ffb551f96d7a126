package fr.jalon.usager;

import fr.jalon.agent.Agent;
import java.util.List;
import java.util.UUID;

/** Fields of a person changed. */
public record PersonneModifiee(UUID personneId, String antenne, List<String> champs, Agent auteur) {}
