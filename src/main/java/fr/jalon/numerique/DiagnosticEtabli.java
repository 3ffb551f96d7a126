package fr.jalon.numerique;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * A digital diagnosis was made, or its orientation chosen.
 *
 * @param personneId null without a name
 * @param quoi what was done, in French, without any name
 */
public record DiagnosticEtabli(
        UUID diagnosticId, String numero, String antenne, UUID personneId, String quoi, Agent auteur) {}
