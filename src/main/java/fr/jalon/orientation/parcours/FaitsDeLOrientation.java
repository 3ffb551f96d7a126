package fr.jalon.orientation.parcours;

import fr.jalon.dispositif.FaitsDeclares;
import fr.jalon.orientation.DemandesOrientation;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The situation that was asked for an orientation. */
@Component
class FaitsDeLOrientation implements FaitsDeclares {

    private final DemandesOrientation demandes;

    FaitsDeLOrientation(DemandesOrientation demandes) {
        this.demandes = demandes;
    }

    @Override
    public String dispositif() {
        return DemandesOrientation.DISPOSITIF;
    }

    @Override
    public Map<String, Object> de(UUID dossierId) {
        return demandes.demande(dossierId).situation();
    }
}
