package fr.jalon.orientation.parcours;

import fr.jalon.courrier.CodesCourrier;
import fr.jalon.orientation.ConfirmationOrientation;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.OrganismesReferents;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter that a confirmation would write with the answers typed so far (attentes, E24); nothing is kept. */
@Service
@Transactional(readOnly = true)
public class ApercusOrientation {

    private final LettresOrientation lettres;
    private final DemandesOrientation demandes;
    private final OrganismesReferents organismes;

    ApercusOrientation(LettresOrientation lettres, DemandesOrientation demandes, OrganismesReferents organismes) {
        this.lettres = lettres;
        this.demandes = demandes;
        this.organismes = organismes;
    }

    /** Whether this step writes a letter. */
    public boolean aUnCourrier(String etape) {
        return OrientationRsa.CONFIRMER_ORIENTATION.equals(etape);
    }

    /**
     * The PDF of the notification.
     *
     * @param donnees answers of the form {@code confirmer-orientation}, not yet checked
     * @throws fr.jalon.commun.SaisieInvalide when an answer that the letter prints is missing
     */
    public byte[] rediger(UUID dossierId, Map<String, Object> donnees) {
        boolean parNous = LettresOrientation.CCAS.equals(organismes.natureDe((String) donnees.get("organisme")));
        ConfirmationOrientation c = EtapesOrientation.confirmation(donnees, parNous);
        DemandeOrientationVue d = demandes.siConfirmee(dossierId, c, organismes.natureDe(c.organisme()));
        return lettres.apercu(
                dossierId,
                c.decideeLe() == null ? CodesCourrier.NOTIFICATION_ORIENTATION : CodesCourrier.INFORMATION_ORIENTATION,
                lettres.notification(d, lettres.entretien(dossierId)));
    }
}
