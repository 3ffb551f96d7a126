package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.DossierVue;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.PropositionsRsa;
import org.springframework.stereotype.Component;

/** The RSA's part of a dossier. */
@Component
class VoletRsa implements Volet.Fabrique {

    private final DemandesRsa demandes;
    private final DecisionsEcran decisions;
    private final PropositionEcran proposition;
    private final SituationEcran situation;
    private final PropositionsRsa propositions;

    VoletRsa(
            DemandesRsa demandes,
            PropositionsRsa propositions,
            DecisionsEcran decisions,
            PropositionEcran proposition,
            SituationEcran situation) {
        this.demandes = demandes;
        this.propositions = propositions;
        this.decisions = decisions;
        this.proposition = proposition;
        this.situation = situation;
    }

    @Override
    public boolean reposeSurDesPieces() {
        return true;
    }

    @Override
    public String dispositif() {
        return DemandesRsa.DISPOSITIF;
    }

    @Override
    public Volet de(DossierVue dossier, Agent agent) {
        DemandeRsaVue demande = demandes.demande(dossier.id());
        boolean corrigeable = agent.aUnDe(Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE)
                && demandes.corrigeable(dossier.id())
                && agent.portee().couvre(dossier.antenne());
        return new Volet(
                decisions.de(dossier.id(), demande),
                proposition.de(demande, propositions.peremption(dossier.id())),
                situation.de(demande),
                SituationEcran.foyer(demande.situation()),
                corrigeable ? "/dossiers/" + dossier.numero() + "/situation" : null);
    }
}
