package fr.jalon.parcours.orientation;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Delais;
import fr.jalon.orientation.Contrats;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.parcours.EcheanceEtape;
import fr.jalon.parcours.EcheanceParticuliere;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The first contract is due within the month of the orientation's notice (C. trav., art. D5411-14-1), whatever the steps before
 * it took; the review on the day that the contract set (CASF, art. L262-31).
 */
@Component
class EcheancesOrientation implements EcheanceParticuliere {

    private final DemandesOrientation demandes;
    private final Contrats contrats;
    private final Delais delais;

    EcheancesOrientation(DemandesOrientation demandes, Contrats contrats, Delais delais) {
        this.demandes = demandes;
        this.contrats = contrats;
        this.delais = delais;
    }

    @Override
    public Optional<EcheanceEtape.Dates> dates(UUID dossierId, String etape) {
        return switch (etape) {
            case OrientationRsa.ETABLIR_CONTRAT, OrientationRsa.RECUEILLIR_SIGNATURES -> premierContrat(dossierId);
            case OrientationRsa.FAIRE_LE_POINT ->
                demandes.prochainBilan(dossierId).map(b -> new EcheanceEtape.Dates(b.aPreparerLe(), b.auPlusTard()));
            default -> Optional.empty();
        };
    }

    private Optional<EcheanceEtape.Dates> premierContrat(UUID dossierId) {
        DemandeOrientationVue d = demandes.demande(dossierId);
        if (contrats.duDossier(dossierId).stream().anyMatch(c -> c.signe())) {
            return Optional.empty();
        }
        LocalDate notifiee = d.confirmeeLe().atZone(Horloge.PARIS).toLocalDate();
        return delais.dates(DemandesOrientation.DISPOSITIF, OrientationRsa.ETABLIR_CONTRAT, false, notifiee)
                .map(dates -> new EcheanceEtape.Dates(dates.cible(), dates.limite()));
    }
}
