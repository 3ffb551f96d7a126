package fr.jalon.formation;

import fr.jalon.commun.Introuvable;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The requests as they are kept: the request and what the rules said of it are documents of the row. */
@Component
class FormationsEcrites {

    private final FormationsRepository repository;
    private final ObjectMapper json;

    FormationsEcrites(FormationsRepository repository, ObjectMapper json) {
        this.repository = repository;
        this.json = json;
    }

    void ajouter(FormationFinancee formation) {
        repository.save(formation);
    }

    /** @throws Introuvable when the dossier is no request for a training */
    FormationFinancee exiger(UUID dossierId) {
        return repository
                .findById(dossierId)
                .orElseThrow(() -> new Introuvable("Ce dossier n'est pas un financement de formation."));
    }

    FormationVue vue(UUID dossierId) {
        FormationFinancee formation = exiger(dossierId);
        return formation.vue(
                lire(formation.demande()), json.readValue(formation.proposition(), PropositionFormation.class));
    }

    DemandeFormation lire(String demande) {
        return json.readValue(demande, DemandeFormation.class);
    }

    String ecrire(Object document) {
        return json.writeValueAsString(document);
    }
}
