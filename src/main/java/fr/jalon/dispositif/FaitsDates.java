package fr.jalon.dispositif;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The days on which something happened to dossiers, as their dispositif knows them: what the indicators measure between. */
public interface FaitsDates {

    /** The facts that it can tell, for example {@code ORIENTEE}; unique in the house. */
    Set<String> codes();

    /** For each dossier, the first day of each fact that happened; a dossier without any may be absent. */
    Map<UUID, Map<String, LocalDate>> parDossier(Collection<UUID> dossiers);
}
