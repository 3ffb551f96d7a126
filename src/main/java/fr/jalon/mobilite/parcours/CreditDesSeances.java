package fr.jalon.mobilite.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.budget.CreditsRetenus;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.seance.DecisionEnSeance;
import fr.jalon.seance.QuestionRetiree;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the CAI grants is held back in its envelope at once, in the same transaction; the step that commits takes it from there. */
@Component("creditDesSeancesMobilite")
class CreditDesSeances {

    private final CreditsRetenus retenues;
    private final DemandesMobilite demandes;

    CreditDesSeances(CreditsRetenus retenues, DemandesMobilite demandes) {
        this.retenues = retenues;
        this.demandes = demandes;
    }

    @EventListener
    void sur(DecisionEnSeance fait) {
        if (fait.question().equals(ParcoursMobilite.QUESTION) && fait.montant() != null) {
            retenues.retenir(
                    fait.dossierId(),
                    demandes.credit(fait.dossierId()).enveloppe(),
                    fait.montant(),
                    fait.numeroDossier(),
                    fait.auteur().identifiant());
        }
    }

    @EventListener
    void sur(QuestionRetiree fait) {
        if (fait.question().equals(ParcoursMobilite.QUESTION)) {
            retenues.rendre(fait.dossierId(), Agent.JALON.identifiant());
        }
    }
}
