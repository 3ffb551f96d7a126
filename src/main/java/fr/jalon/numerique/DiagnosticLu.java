package fr.jalon.numerique;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * Somebody read a digital diagnosis or its sheet.
 *
 * @param personneId null without a name
 * @param quoi what was read, in French, without any name
 */
public record DiagnosticLu(String numero, String antenne, UUID personneId, String quoi, Agent lecteur) {}
