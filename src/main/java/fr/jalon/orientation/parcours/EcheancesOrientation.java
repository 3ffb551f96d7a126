package fr.jalon.orientation.parcours;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.EcheanceEtape;
import fr.jalon.dispositif.EcheanceParticuliere;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.Contrats;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A step before the decision is never due after the six weeks of the law (CASF, art. D262-65-2); the first appointment on its
 * day. The first contract is due within the month of the orientation's notice (C. trav., art. D5411-14-1), whatever the steps before
 * it took; the review on the day that the contract set (CASF, art. L262-31).
 */
@Component
class EcheancesOrientation implements EcheanceParticuliere {

    private final DemandesOrientation demandes;
    private final Contrats contrats;
    private final Dossiers dossiers;
    private final Delais delais;
    private final Horloge horloge;

    EcheancesOrientation(
            DemandesOrientation demandes, Contrats contrats, Dossiers dossiers, Delais delais, Horloge horloge) {
        this.demandes = demandes;
        this.contrats = contrats;
        this.dossiers = dossiers;
        this.delais = delais;
        this.horloge = horloge;
    }

    @Override
    public Optional<EcheanceEtape.Dates> dates(UUID dossierId, String etape) {
        return switch (etape) {
            case OrientationRsa.RECUEILLIR_SITUATION, OrientationRsa.CONFIRMER_ORIENTATION ->
                avantLaLimiteLegale(dossierId, etape);
            case OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS ->
                Optional.ofNullable(demandes.demande(dossierId).rendezVous())
                        .map(quand -> quand.atZone(Horloge.PARIS).toLocalDate())
                        .map(jour -> new EcheanceEtape.Dates(jour, jour));
            case OrientationRsa.ETABLIR_CONTRAT, OrientationRsa.RECUEILLIR_SIGNATURES -> premierContrat(dossierId);
            case OrientationRsa.FAIRE_LE_POINT ->
                demandes.prochainBilan(dossierId).map(b -> new EcheanceEtape.Dates(b.aPreparerLe(), b.auPlusTard()));
            default -> Optional.empty();
        };
    }

    private Optional<EcheanceEtape.Dates> avantLaLimiteLegale(UUID dossierId, String etape) {
        DossierVue dossier = dossiers.parId(dossierId);
        LocalDate loi = dossier.horloge().limite();
        return delais.dates(dossier.dispositif(), etape, dossier.urgent(), horloge.aujourdhui())
                .map(d -> new EcheanceEtape.Dates(auPlusTard(d.cible(), loi), auPlusTard(d.limite(), loi)));
    }

    private static LocalDate auPlusTard(LocalDate prevue, LocalDate loi) {
        return prevue == null || loi == null || prevue.isBefore(loi) ? prevue : loi;
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
