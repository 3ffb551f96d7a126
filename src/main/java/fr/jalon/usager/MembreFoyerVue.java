package fr.jalon.usager;

import java.time.LocalDate;
import java.util.UUID;

/** A member of a person's foyer; {@code jusque} is null while it lives there. */
public record MembreFoyerVue(
        UUID id,
        LienFoyer lien,
        String nom,
        String prenoms,
        LocalDate dateNaissance,
        LocalDate depuis,
        LocalDate jusque) {

    public boolean presentLe(LocalDate jour) {
        return !depuis.isAfter(jour) && (jusque == null || !jusque.isBefore(jour));
    }
}
