package fr.jalon.usager;

import java.time.LocalDate;

/** A member of the foyer, as typed; {@code depuis} is today when absent. */
public record NouveauMembre(LienFoyer lien, String nom, String prenoms, LocalDate dateNaissance, LocalDate depuis) {}
