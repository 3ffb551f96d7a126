package fr.jalon.web.commun;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.orientation.Orientations;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.SuiviDesPersonnes;
import org.springframework.stereotype.Component;

/**
 * Whether what a person lived after a dossier that ended may be read from it: her référent, her diagnosis, her former orientations. They
 * are for who follows her now, or accompanies her; the antenne that once held the dossier keeps the dossier alone.
 */
@Component
public class SuiteDeLaPersonne {

    private final Personnes personnes;
    private final SuiviDesPersonnes suivi;
    private final Orientations orientations;

    SuiteDeLaPersonne(Personnes personnes, SuiviDesPersonnes suivi, Orientations orientations) {
        this.personnes = personnes;
        this.suivi = suivi;
        this.orientations = orientations;
    }

    public boolean permise(DossierVue dossier, Agent agent) {
        return !dossier.clos()
                || suivi.suit(personnes.parId(dossier.personneId()), agent)
                || orientations.accompagne(agent, dossier.personneId());
    }
}
