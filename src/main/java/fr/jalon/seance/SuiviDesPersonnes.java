package fr.jalon.seance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who accompanies a person, or did: a member that followed her has a tie with her case. */
public interface SuiviDesPersonnes {

    /**
     * Somebody follows a person.
     *
     * @param identifiant log-in name
     * @param fin last day, null while it lasts
     */
    record Suivi(String identifiant, LocalDate fin) {}

    List<Suivi> de(UUID personneId);
}
