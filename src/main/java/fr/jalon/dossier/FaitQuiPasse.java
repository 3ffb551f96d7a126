package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.UUID;

/** What time alone changes under a result: an age, a delay of the law that runs out. Each module that has one gives such a bean. */
public interface FaitQuiPasse {

    /** Dispositif whose results it moves. */
    String dispositif();

    /** What time did, in French, as the beginning of a sentence: {@code La personne a changé d'âge}. */
    String cause();

    /**
     * Whether a result made on a day would be another today, for the time that passed alone.
     *
     * @param resultat its code, as {@link FaitsDuDossier#etabli} was told
     * @param vraiLe day on which it was made, before today
     */
    boolean passe(UUID dossierId, String resultat, LocalDate vraiLe);
}
