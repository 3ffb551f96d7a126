package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.Dossiers;
import fr.jalon.usager.PorteeDuConsentement;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The agreement given for a referral names its partner and its number: it is read by who may open the referral. */
@Component
class PorteeDesAccords implements PorteeDuConsentement {

    private final PropositionsRepository propositions;
    private final Dossiers dossiers;

    PorteeDesAccords(PropositionsRepository propositions, Dossiers dossiers) {
        this.propositions = propositions;
        this.dossiers = dossiers;
    }

    @Override
    public boolean lisible(UUID consentementId, Agent lecteur) {
        return propositions.findByConsentementId(consentementId).stream()
                .allMatch(p -> dossiers.dePersonne(p.personneId(), lecteur).stream()
                        .anyMatch(d -> d.id().equals(p.dossierId())));
    }
}
