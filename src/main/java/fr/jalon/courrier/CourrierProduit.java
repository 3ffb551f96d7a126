package fr.jalon.courrier;

import java.util.UUID;

/** A letter was written and stored. Published in the same transaction. */
public record CourrierProduit(UUID courrierId, String numero, UUID dossierId, String modele, String auteur) {}
