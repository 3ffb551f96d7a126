package fr.jalon.orientation.parcours;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.Depart;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.DemandesOrientation;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A situation that came with the request goes straight to the proposal; six weeks later the law gives the orientation to France Travail. */
@Component
class DepartOrientation implements Depart {

    private final DemandesOrientation demandes;
    private final Delais delais;

    DepartOrientation(DemandesOrientation demandes, Delais delais) {
        this.demandes = demandes;
        this.delais = delais;
    }

    @Override
    public String dispositif() {
        return DemandesOrientation.DISPOSITIF;
    }

    @Override
    public Variables variables(UUID dossierId) {
        LocalDate limite = delais.fin(
                DemandesOrientation.DISPOSITIF,
                Dossiers.HORLOGE_DOSSIER,
                false,
                demandes.demande(dossierId).connueLe());
        return Variables.aucune()
                .avec(OrientationRsa.SITUATION_CONNUE, demandes.situationRecueillie(dossierId))
                // The last day belongs to the antenne
                .avec(
                        OrientationRsa.DATE_SIX_SEMAINES,
                        Date.from(Horloge.instantAParis(limite.plusDays(1).atTime(0, 30))));
    }
}
