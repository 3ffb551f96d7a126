package fr.jalon.sanction;

/**
 * What follows a sanction, from the table {@code suites-sanction}.
 *
 * @param radiation the président du Département proposes to France Travail to strike the person off the list for that time
 * @param finDroit at its end the right may be ended
 */
public record SuiteSanction(boolean radiation, boolean finDroit, String article) {

    static final SuiteSanction AUCUNE = new SuiteSanction(false, false, null);
}
