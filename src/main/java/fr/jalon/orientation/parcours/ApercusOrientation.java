package fr.jalon.orientation.parcours;

import fr.jalon.commun.Moments;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dispositif.ApercusDuDispositif;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.ConfirmationOrientation;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.OrganismesReferents;
import fr.jalon.usager.Personnes;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter that a confirmation would write with the answers typed so far (attentes, E24); nothing is kept. */
@Service
@Transactional(readOnly = true)
public class ApercusOrientation implements ApercusDuDispositif {

    private final LettresOrientation lettres;
    private final DemandesOrientation demandes;
    private final OrganismesReferents organismes;
    private final Dossiers dossiers;
    private final Personnes personnes;

    ApercusOrientation(
            LettresOrientation lettres,
            DemandesOrientation demandes,
            OrganismesReferents organismes,
            Dossiers dossiers,
            Personnes personnes) {
        this.lettres = lettres;
        this.demandes = demandes;
        this.organismes = organismes;
        this.dossiers = dossiers;
        this.personnes = personnes;
    }

    @Override
    public boolean aUnCourrier(String etape) {
        return OrientationRsa.CONFIRMER_ORIENTATION.equals(etape);
    }

    @Override
    public Optional<byte[]> rediger(UUID dossierId, String etape, Map<String, Object> donnees) {
        String nature = organismes.natureDe(
                (String) donnees.get("organisme"),
                personnes.parId(dossiers.parId(dossierId).personneId()),
                Moments.jour((String) donnees.get("decideeLe")));
        ConfirmationOrientation c = EtapesOrientation.confirmation(donnees, LettresOrientation.CCAS.equals(nature));
        DemandeOrientationVue d = demandes.siConfirmee(dossierId, c, nature);
        return Optional.of(lettres.apercu(
                dossierId,
                c.decideeLe() == null ? CodesCourrier.NOTIFICATION_ORIENTATION : CodesCourrier.INFORMATION_ORIENTATION,
                lettres.notification(d, lettres.entretien(dossierId))));
    }
}
