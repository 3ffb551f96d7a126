package fr.jalon.mobilite.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.DepotDuDispositif;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.moteur.ValidationFormulaire;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A need to move opens a dossier; the request is what its form asks, whoever writes it. */
@Component
class DepotMobilite implements DepotDuDispositif {

    private static final String FORMULAIRE = "demander-aide-mobilite";

    private final DemandesMobilite demandes;
    private final ValidationFormulaire validation;

    DepotMobilite(DemandesMobilite demandes, ValidationFormulaire validation) {
        this.demandes = demandes;
        this.validation = validation;
    }

    @Override
    public String dispositif() {
        return DemandesMobilite.DISPOSITIF;
    }

    @Override
    public DossierVue deposer(UUID personneId, Canal canal, JsonNode donnees, Agent auteur) {
        Map<String, Object> reponses = validation.deposer(FORMULAIRE, donnees);
        return demandes.demander(
                personneId, canal, (String) reponses.get("nature"), Textes.ouNull((String) reponses.get("besoin")), auteur);
    }
}
