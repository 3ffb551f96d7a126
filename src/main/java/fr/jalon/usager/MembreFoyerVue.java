package fr.jalon.usager;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A member of a person's foyer; {@code jusque} is null while it lives there.
 *
 * @param dateNaissance a day, or what is known of it
 */
public record MembreFoyerVue(
        UUID id,
        LienFoyer lien,
        String nom,
        String prenoms,
        Naissance dateNaissance,
        LocalDate depuis,
        LocalDate jusque) {

    public boolean presentLe(LocalDate jour) {
        return !depuis.isAfter(jour) && (jusque == null || !jusque.isBefore(jour));
    }
}
