package fr.jalon.usager;

import fr.jalon.agent.Agent;
import java.time.LocalDate;
import java.util.UUID;

/** A person's death was declared; every open dossier must end. */
public record DecesDeclare(UUID personneId, LocalDate jour, Agent auteur) {}
