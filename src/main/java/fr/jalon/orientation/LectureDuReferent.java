package fr.jalon.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.LectureParticuliere;
import org.springframework.stereotype.Component;

/**
 * A référent reads the dossiers of the persons that it accompanies, whatever their antenne; once somebody else took over, the
 * dossier of the accompaniment alone, for the time that the parameter says (attentes, E11).
 */
@Component
class LectureDuReferent implements LectureParticuliere {

    private final Orientations orientations;

    LectureDuReferent(Orientations orientations) {
        this.orientations = orientations;
    }

    @Override
    public boolean permet(DossierVue dossier, Agent lecteur) {
        return orientations.suit(lecteur, dossier.personneId())
                || (DemandesOrientation.DISPOSITIF.equals(dossier.dispositif())
                        && orientations.accompagne(lecteur, dossier.personneId()));
    }
}
