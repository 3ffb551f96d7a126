package fr.jalon.parcours.orientation;

import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.parcours.Depart;
import fr.jalon.parcours.Variables;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A situation that came with the request goes straight to the proposal. */
@Component
class DepartOrientation implements Depart {

    private final DemandesOrientation demandes;

    DepartOrientation(DemandesOrientation demandes) {
        this.demandes = demandes;
    }

    @Override
    public String dispositif() {
        return DemandesOrientation.DISPOSITIF;
    }

    @Override
    public Variables variables(UUID dossierId) {
        return Variables.aucune().avec(OrientationRsa.SITUATION_CONNUE, demandes.situationRecueillie(dossierId));
    }
}
