package fr.jalon.parcours.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierDejaOuvert;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.parcours.rsa.OrientationDemandee;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandeSimulation;
import fr.jalon.rsa.DemandesRsa;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A right that opens asks for an orientation: the request starts in the same transaction, with what is already known. */
@Component
class EcouteOrientation {

    private final DemandesOrientation orientations;
    private final DemandesRsa demandes;
    private final Dossiers dossiers;
    private final Horloge horloge;

    EcouteOrientation(DemandesOrientation orientations, DemandesRsa demandes, Dossiers dossiers, Horloge horloge) {
        this.orientations = orientations;
        this.demandes = demandes;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    @EventListener
    void sur(OrientationDemandee fait) {
        try {
            orientations.ouvrir(
                    fait.personneId(),
                    fait.dossierId(),
                    dossiers.parId(fait.dossierId()).canal(),
                    horloge.aujourdhui(),
                    connu(demandes.demande(fait.dossierId())),
                    Agent.JALON);
        } catch (DossierDejaOuvert e) {
            dossiers.tracer(
                    fait.dossierId(), "ORIENTATION", "Une orientation est déjà en cours : elle continue.", Agent.JALON);
        }
    }

    /** Nothing when the claim does not say whether the person lives alone. */
    private static Optional<Boolean> eleveSeule(DemandeSimulation situation) {
        if (situation.enfants().isEmpty() || situation.adultes().size() > 1) {
            return Optional.of(false);
        }
        return Optional.ofNullable(situation.isole());
    }

    /** The housing that was declared; a file that has no such column declares none. */
    private static String logement(DemandeSimulation situation) {
        return situation.logement() == null || situation.logement().statut() == null
                ? "NON_RENSEIGNE"
                : situation.logement().statut();
    }

    /** "Tell us once" (CRPA, art. L113-12): what the claim says is not asked again. */
    private static Map<String, Object> connu(DemandeRsaVue demande) {
        DemandeSimulation situation = demande.situation();
        Map<String, Object> connu = new HashMap<>();
        connu.put("enfants", situation.enfants().size());
        eleveSeule(situation).ifPresent(seule -> connu.put("parentIsole", seule ? "OUI" : "NON"));
        if (demande.estimation() != null) {
            connu.put("majoration", demande.estimation().majorationIsolement() ? "OUI" : "NON");
        }
        switch (logement(situation)) {
            case "SANS_DOMICILE_STABLE" -> connu.put("hebergement", "SANS");
            case "LOCATAIRE", "PROPRIETAIRE_SANS_PRET", "PROPRIETAIRE_AVEC_PRET" -> connu.put("hebergement", "STABLE");
            default -> connu.put("hebergement", "NSP");
        }
        return connu;
    }
}
