package fr.jalon.moteur;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The Camunda Form of a step, as its file is, and the values that it shows. */
public record FormulaireEtape(JsonNode schema, Map<String, Object> donnees) {}
