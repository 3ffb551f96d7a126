package fr.jalon.annuaire;

import jakarta.persistence.Embeddable;

/** How to reach an organisation: a function and its public number or address, never a person. */
@Embeddable
public record Poste(String fonction, String telephone, String courriel) {}
