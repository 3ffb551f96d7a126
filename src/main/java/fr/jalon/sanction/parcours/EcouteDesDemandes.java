package fr.jalon.sanction.parcours;

import fr.jalon.dispositif.faits.ManquementDemande;
import fr.jalon.sanction.Manquements;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Another path asks for a procedure: it opens in the same transaction. */
@Component
class EcouteDesDemandes {

    private final Manquements manquements;

    EcouteDesDemandes(Manquements manquements) {
        this.manquements = manquements;
    }

    @EventListener
    void sur(ManquementDemande fait) {
        manquements.ouvrir(fait.origineId(), fait.referent(), fait.auteur());
    }
}
