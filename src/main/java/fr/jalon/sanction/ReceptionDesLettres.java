package fr.jalon.sanction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What the letters of a procedure became. Given by who sends them; this module knows no letter. */
public interface ReceptionDesLettres {

    /** The newest letter that asks the person for observations; empty when none let a delay run. */
    Optional<Reception> observations(UUID dossierId);

    /** Day on which a letter that leaves on a day is held to be received. */
    LocalDate presumee(LocalDate envoi);

    /** The time that the person has to answer, in words: "30 jours". */
    String tempsPourRepondre();
}
