package fr.jalon.usager;

import fr.jalon.agent.Agent;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Fields of a person changed.
 *
 * @param memeNaissance dossiers to which the birth of the person is not new, although it is among the fields: those of the card whose
 *     birth was kept, when two cards are made one
 */
public record PersonneModifiee(
        UUID personneId, String antenne, List<String> champs, Agent auteur, Set<UUID> memeNaissance) {

    public PersonneModifiee {
        champs = List.copyOf(champs);
        memeNaissance = Set.copyOf(memeNaissance);
    }

    public PersonneModifiee(UUID personneId, String antenne, List<String> champs, Agent auteur) {
        this(personneId, antenne, champs, auteur, Set.of());
    }
}
