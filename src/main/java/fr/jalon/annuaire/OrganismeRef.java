package fr.jalon.annuaire;

import java.util.UUID;

/** An organisation named by something else. */
public record OrganismeRef(UUID id, String code, String nom) {}
