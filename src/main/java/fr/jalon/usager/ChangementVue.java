package fr.jalon.usager;

import java.time.Instant;

/** One change of one field of a person. */
public record ChangementVue(Instant quand, String auteur, String champ, String avant, String apres) {}
