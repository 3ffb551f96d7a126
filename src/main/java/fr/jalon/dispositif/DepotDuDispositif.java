package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** How a dossier of a dispositif is opened from what a person asks: one way in, for the API as for the screens. */
public interface DepotDuDispositif {

    /** Code of the dispositif. */
    String dispositif();

    /** Form of the request, for the screen that asks it; none when the dispositif has a screen of its own. */
    default Optional<String> formulaire() {
        return Optional.empty();
    }

    /**
     * Opens the dossier and starts its path.
     *
     * @param donnees the facts of the request, in the names of its form
     * @throws fr.jalon.commun.SaisieInvalide on the fields concerned
     * @throws fr.jalon.dossier.DossierDejaOuvert when the person already has one under way
     */
    DossierVue deposer(UUID personneId, Canal canal, JsonNode donnees, Agent auteur);
}
