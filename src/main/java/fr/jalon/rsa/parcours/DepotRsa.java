package fr.jalon.rsa.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.dispositif.DepotDuDispositif;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.rsa.DemandesRsa;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A claim of RSA opens a dossier. */
@Component
class DepotRsa implements DepotDuDispositif {

    private final DemandesRsa demandes;

    DepotRsa(DemandesRsa demandes) {
        this.demandes = demandes;
    }

    @Override
    public String dispositif() {
        return DemandesRsa.DISPOSITIF;
    }

    @Override
    public DossierVue deposer(UUID personneId, Canal canal, JsonNode donnees, Agent auteur) {
        return demandes.deposer(personneId, canal, donnees, auteur);
    }
}
