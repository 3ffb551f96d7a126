package fr.jalon.moteur;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The Camunda Form of a step, as its file is, and the values that it shows. */
public record FormulaireEtape(JsonNode schema, Map<String, Object> donnees) {}
