package fr.jalon.rsa.parcours;

import fr.jalon.dispositif.DecisionDuDossier;
import fr.jalon.dispositif.DecisionsDuDispositif;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is computed for a claim, what the agent proposes, what the CAF decides. */
@Component
class DecisionsRsa implements DecisionsDuDispositif {

    private final DemandesRsa demandes;

    DecisionsRsa(DemandesRsa demandes) {
        this.demandes = demandes;
    }

    @Override
    public String dispositif() {
        return DemandesRsa.DISPOSITIF;
    }

    @Override
    public List<DecisionDuDossier> decisions(UUID dossierId) {
        DemandeRsaVue demande = demandes.demande(dossierId);
        List<DecisionDuDossier> decisions = new ArrayList<>();
        if (demande.eligible() != null) {
            decisions.add(DecisionDuDossier.de("ELIGIBILITE", demande.eligible(), demande.conditions()));
        }
        if (demande.estimation() != null) {
            decisions.add(DecisionDuDossier.de(
                    "ESTIMATION",
                    demande.estimation().montant(),
                    demande.estimation().explications()));
        }
        if (demande.proposition() != null) {
            decisions.add(
                    DecisionDuDossier.de("PROPOSITION", demande.proposition().name(), List.of())
                            .avec("derogation", demande.derogation())
                            .avec("motifs", demande.motifsProposition())
                            .avec("motif", demande.motifProposition())
                            .avec("auteur", demande.proposeePar()));
        }
        if (demande.decisionCaf() != null) {
            decisions.add(
                    DecisionDuDossier.de("CAF", demande.decisionCaf().sens().name(), List.of())
                            .avec("date", demande.decisionCaf().date())
                            .avec("montant", demande.decisionCaf().montant())
                            .avec("reference", demande.decisionCaf().reference())
                            .avec("motifs", demande.decisionCaf().motifs())
                            .avec("motif", demande.decisionCaf().precision()));
        }
        return decisions;
    }
}
