package fr.jalon.numerique;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A digital diagnosis was made; the person is null without a name. */
public record DiagnosticEtabli(UUID diagnosticId, String numero, String antenne, UUID personneId, Agent auteur) {}
