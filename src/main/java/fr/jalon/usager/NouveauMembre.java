package fr.jalon.usager;

import java.time.LocalDate;

/**
 * A member of the foyer, as typed; {@code depuis} is today when absent.
 *
 * @param dateNaissance a day, or what is known of it
 */
public record NouveauMembre(LienFoyer lien, String nom, String prenoms, Naissance dateNaissance, LocalDate depuis) {

    /** Somebody whose birth is known whole. */
    public NouveauMembre(LienFoyer lien, String nom, String prenoms, LocalDate dateNaissance, LocalDate depuis) {
        this(lien, nom, prenoms, Naissance.du(dateNaissance), depuis);
    }
}
