package fr.jalon.seance;

import java.util.UUID;

/**
 * A member to add: an account, or a name.
 *
 * @param identifiant log-in name, null for somebody without an account
 * @param nom name of somebody without an account, else null
 * @param suppleantDe titular member of the same session, null for a titular
 */
public record NouveauMembre(String identifiant, String nom, String qualite, String adresse, UUID suppleantDe) {}
