package fr.jalon.formation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.budget.CreditsRetenus;
import fr.jalon.commun.Conflit;
import fr.jalon.formation.DemandesFormation;
import fr.jalon.seance.DecisionEnSeance;
import fr.jalon.seance.QuestionRetiree;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the CAI grants is held back in its envelope at once, in the same transaction; the step that commits takes it from there. */
@Component("creditDesSeancesFormation")
class CreditDesSeances {

    private final CreditsRetenus retenues;
    private final DemandesFormation demandes;

    CreditDesSeances(CreditsRetenus retenues, DemandesFormation demandes) {
        this.retenues = retenues;
        this.demandes = demandes;
    }

    @EventListener
    void sur(DecisionEnSeance fait) {
        if (fait.question().equals(ParcoursFormation.QUESTION) && fait.montant() != null) {
            retenues.retenir(
                    fait.dossierId(),
                    demandes.enveloppeDuJour()
                            .orElseThrow(() -> new Conflit("Aucune enveloppe ne paie cette formation aujourd'hui.")),
                    fait.montant(),
                    fait.numeroDossier(),
                    fait.auteur().identifiant());
        }
    }

    @EventListener
    void sur(QuestionRetiree fait) {
        if (fait.question().equals(ParcoursFormation.QUESTION)) {
            retenues.rendre(fait.dossierId(), Agent.JALON.identifiant());
        }
    }
}
