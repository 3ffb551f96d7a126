package fr.jalon.orientation.parcours;

import fr.jalon.dispositif.DecisionDuDossier;
import fr.jalon.dispositif.DecisionsDuDispositif;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The path that the tables propose, and the one that somebody confirmed. */
@Component
class DecisionsOrientation implements DecisionsDuDispositif {

    private final DemandesOrientation orientations;

    DecisionsOrientation(DemandesOrientation orientations) {
        this.orientations = orientations;
    }

    @Override
    public String dispositif() {
        return DemandesOrientation.DISPOSITIF;
    }

    @Override
    public List<DecisionDuDossier> decisions(UUID dossierId) {
        DemandeOrientationVue demande = orientations.demande(dossierId);
        List<DecisionDuDossier> decisions = new ArrayList<>();
        if (demande.proposition() != null) {
            decisions.add(DecisionDuDossier.de(
                            "PROPOSITION",
                            demande.proposition().parcours().name(),
                            demande.proposition().indications())
                    .avec("organismes", demande.proposition().organismes())
                    .avec("recommandations", demande.proposition().recommandations())
                    .avec("manquants", demande.proposition().manquants()));
        }
        if (demande.confirmeeLe() != null) {
            decisions.add(DecisionDuDossier.de("ORIENTATION", demande.parcours().name(), List.of())
                    .avec("organisme", demande.organisme())
                    .avec("referent", demande.referent())
                    .avec("derogation", demande.ecart())
                    .avec("motif", demande.motif())
                    .avec("auteur", demande.confirmeePar()));
        }
        return decisions;
    }
}
