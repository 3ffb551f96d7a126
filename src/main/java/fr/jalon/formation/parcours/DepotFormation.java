package fr.jalon.formation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dispositif.DepotDuDispositif;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.moteur.FormulairesLivres;
import fr.jalon.moteur.ValidationFormulaire;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A request for a training opens a dossier; it is what its form asks, whoever writes it. */
@Component
class DepotFormation implements DepotDuDispositif {

    private static final String FORMULAIRE = "demander-formation";

    private static final TypeReference<Map<String, Object>> REPONSES = new TypeReference<>() {};

    private final DemandesFormation demandes;
    private final ValidationFormulaire validation;
    private final ObjectMapper json;

    DepotFormation(DemandesFormation demandes, ValidationFormulaire validation, ObjectMapper json) {
        this.demandes = demandes;
        this.validation = validation;
        this.json = json;
    }

    @Override
    public Optional<String> formulaire() {
        return Optional.of(FORMULAIRE);
    }

    @Override
    public String dispositif() {
        return DemandesFormation.DISPOSITIF;
    }

    @Override
    public DossierVue deposer(UUID personneId, Canal canal, JsonNode donnees, Agent auteur) {
        if (donnees == null || !donnees.isObject()) {
            throw new SaisieInvalide("donnees", "Donnez les réponses du formulaire de la demande.");
        }
        Map<String, Object> reponses = validation.valider(
                FormulairesLivres.schema(FORMULAIRE), json.convertValue(donnees, REPONSES), Map.of());
        return LectureDemande.surLeFormulaire(
                () -> demandes.demander(personneId, canal, new LectureDemande(reponses).lire(), auteur));
    }
}
