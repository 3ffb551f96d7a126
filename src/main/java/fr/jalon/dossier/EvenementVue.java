package fr.jalon.dossier;

import java.time.Instant;

/**
 * A line of a dossier's history: a French sentence, who and when.
 *
 * @param interne what an agent wrote beside it, for the team alone; null when nothing
 */
public record EvenementVue(
        Instant quand, String auteur, String auteurNom, String nature, String texte, String interne) {

    /** The line as the team reads it. */
    public String complet() {
        return interne == null ? texte : texte + " " + interne;
    }

    /** The line as the person reads it: what happened, without what the team wrote about it. */
    public EvenementVue sansInterne() {
        return new EvenementVue(quand, auteur, auteurNom, nature, texte, null);
    }
}
