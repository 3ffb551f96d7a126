package fr.jalon.dossier;

import java.time.Instant;

/** A line of a dossier's history: a French sentence, who and when. */
public record EvenementVue(Instant quand, String auteur, String auteurNom, String nature, String texte) {}
