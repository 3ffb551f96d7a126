package fr.jalon.courrier;

import java.util.Objects;
import java.util.UUID;

/**
 * Order to write a letter.
 *
 * @param cleUnique repeat-safe key: process instance, step and purpose; the same key never gives a second letter
 * @param modele code of the template; its current version is used
 * @param dossierNumero number that a person reads, printed as the reference
 * @param auteur account or service that asks for the letter, for the history
 * @param remplace letter that this one cancels and replaces, or null
 * @param antenne code of the antenne that prints it, null for what nobody prints there
 * @param valeurs merge fields; the number and the date of the letter and the dossier's number are added by the service
 */
public record DemandeCourrier(
        String cleUnique,
        String modele,
        UUID dossierId,
        String dossierNumero,
        String auteur,
        UUID remplace,
        String antenne,
        ValeursCourrier valeurs) {

    public DemandeCourrier {
        Objects.requireNonNull(cleUnique, "cleUnique");
        Objects.requireNonNull(modele, "modele");
        Objects.requireNonNull(dossierId, "dossierId");
        Objects.requireNonNull(dossierNumero, "dossierNumero");
        Objects.requireNonNull(auteur, "auteur");
        Objects.requireNonNull(valeurs, "valeurs");
    }

    public DemandeCourrier(
            String cleUnique,
            String modele,
            UUID dossierId,
            String dossierNumero,
            String auteur,
            String antenne,
            ValeursCourrier valeurs) {
        this(cleUnique, modele, dossierId, dossierNumero, auteur, null, antenne, valeurs);
    }
}
