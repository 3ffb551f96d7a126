package fr.jalon.importation;

import java.util.UUID;

/** An import waits for the worker. */
record TravailDemande(UUID importId) {}
