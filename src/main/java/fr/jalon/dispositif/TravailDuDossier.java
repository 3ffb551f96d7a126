package fr.jalon.dispositif;

import java.util.Optional;

/** Who works a dossier, as its tasks say it. */
public interface TravailDuDossier {

    /**
     * Log-in name of the holder of a task under way, else of the last person who did one; empty when nobody ever worked on it.
     *
     * @param numero number of the dossier
     */
    Optional<String> enCharge(String numero);
}
