package fr.jalon.usager;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** Somebody who does not follow a person wrote a quartier of another antenne: who follows her says whether she goes there. */
public record RattachementPropose(UUID personneId, String quartier, String antenne, Agent auteur) {}
