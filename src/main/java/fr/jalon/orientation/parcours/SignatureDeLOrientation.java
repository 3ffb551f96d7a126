package fr.jalon.orientation.parcours;

import fr.jalon.courrier.AvantSignature;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.orientation.DemandesOrientation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Nobody signs an orientation that does not stand any more, even before it is taken back: a birthday moves it at midnight. */
@Component
class SignatureDeLOrientation implements AvantSignature {

    private final AnnonceAuPartenaire annonce;
    private final DemandesOrientation demandes;

    SignatureDeLOrientation(AnnonceAuPartenaire annonce, DemandesOrientation demandes) {
        this.annonce = annonce;
        this.demandes = demandes;
    }

    @Override
    public Optional<String> empeche(CourrierVue courrier) {
        boolean laDecision = annonce.notification(courrier.dossierId())
                .filter(n -> n.id().equals(courrier.id()))
                .isPresent();
        return laDecision
                ? demandes.revision(courrier.dossierId())
                        .map(cause ->
                                cause + ". Sur la page du dossier, reprenez la confirmation : cette orientation est à"
                                        + " décider de nouveau avant d'être signée.")
                : Optional.empty();
    }
}
