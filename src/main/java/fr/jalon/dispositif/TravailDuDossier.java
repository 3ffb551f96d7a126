package fr.jalon.dispositif;

import java.util.List;

/** Who works a dossier, as its tasks say it. */
public interface TravailDuDossier {

    /**
     * Log-in names of the holders of its tasks under way, then of the last persons who did one, the newest first; empty when nobody ever
     * worked on it.
     *
     * @param numero number of the dossier
     */
    List<String> enCharge(String numero);
}
