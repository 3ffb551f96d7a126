package fr.jalon.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What the letters of a procedure became. Given by who sends them; this module knows no letter. */
public interface ReceptionDesLettres {

    /** The newest letter that asks the person for observations; empty when none let a delay run. */
    Optional<Reception> observations(UUID dossierId);

    /**
     * Whether the letter of a decision was signed and left: a decision that nobody signed is none (CRPA, art. L212-1), and one that was
     * notified to nobody has no effect (CRPA, art. L221-8).
     *
     * @param decideeLe when it was decided: a former letter is another decision's
     */
    boolean decisionPartie(UUID dossierId, Instant decideeLe);

    /**
     * The day on which the person received the letter of a decision, proved or presumed; empty while nobody sent it, or when it came back.
     *
     * @param decideeLe when it was decided: a former letter is another decision's
     */
    Optional<LocalDate> decisionRecue(UUID dossierId, Instant decideeLe);

    /** Whether a letter that asks the person for observations left, or is printed and may have left. */
    boolean personneInformee(UUID dossierId);

    /** Day on which a letter that leaves on a day is held to be received. */
    LocalDate presumee(LocalDate envoi);

    /** The time that the person has to answer, in words: "30 jours". */
    String tempsPourRepondre();

    /** Whether somebody confirmed that time: her letter gives it only then. */
    boolean tempsConfirme();
}
