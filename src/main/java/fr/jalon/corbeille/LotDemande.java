package fr.jalon.corbeille;

import java.util.UUID;

/** A lot waits for the worker. */
record LotDemande(UUID lot) {}
