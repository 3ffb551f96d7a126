package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is needed to open a dossier.
 *
 * @param deposeLe day on which the claim was received here
 * @param saisiLe day on which another authority received it first, null when none did: the legal date runs from there even when it was
 *     not competent (CRPA, L114-3)
 */
public record Ouverture(
        String dispositif, UUID personneId, Canal canal, LocalDate deposeLe, LocalDate saisiLe, Agent auteur) {

    public Ouverture(String dispositif, UUID personneId, Canal canal, LocalDate deposeLe, Agent auteur) {
        this(dispositif, personneId, canal, deposeLe, null, auteur);
    }

    /** The same for the card of the person that stays: the one named may have been merged meanwhile. */
    Ouverture pour(UUID personne) {
        return new Ouverture(dispositif, personne, canal, deposeLe, saisiLe, auteur);
    }

    LocalDate premiereSaisine() {
        return saisiLe == null || saisiLe.isAfter(deposeLe) ? deposeLe : saisiLe;
    }
}
