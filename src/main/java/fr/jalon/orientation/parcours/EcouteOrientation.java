package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.faits.OrientationDemandee;
import fr.jalon.dossier.DossierOuvert;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.OrientationARelire;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandeSimulation;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.SituationCorrigee;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A right that opens asks for an orientation: the request starts in the same transaction, with what is already known. An orientation that
 * is already open learns what the claim says from then on: it never outlives the facts that it rests on.
 */
@Component
class EcouteOrientation {

    private final DemandesOrientation orientations;
    private final RepriseDesConfirmations reprises;
    private final DemandesRsa demandes;
    private final Dossiers dossiers;
    private final Horloge horloge;

    EcouteOrientation(
            DemandesOrientation orientations,
            RepriseDesConfirmations reprises,
            DemandesRsa demandes,
            Dossiers dossiers,
            Horloge horloge) {
        this.orientations = orientations;
        this.reprises = reprises;
        this.demandes = demandes;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    /** Asked before, not refused after: a refusal caught here would undo the whole step of the claim. */
    @EventListener
    void sur(OrientationDemandee fait) {
        if (dossiers.dejaOuvert(fait.personneId(), DemandesOrientation.DISPOSITIF)) {
            dossiers.tracer(
                    fait.dossierId(), "ORIENTATION", "Une orientation est déjà en cours : elle continue.", Agent.JALON);
            apprendre(dossiers.parId(fait.dossierId()), Agent.JALON);
            return;
        }
        orientations.ouvrir(
                fait.personneId(),
                fait.dossierId(),
                dossiers.parId(fait.dossierId()).canal(),
                horloge.aujourdhui(),
                connu(demandes.demande(fait.dossierId())),
                Agent.JALON);
    }

    @EventListener
    void sur(SituationCorrigee fait) {
        apprendre(dossiers.parId(fait.dossierId()), fait.auteur());
    }

    /** A new claim of a person who is being oriented. */
    @EventListener
    void sur(DossierOuvert fait) {
        if (DemandesRsa.DISPOSITIF.equals(fait.dispositif())) {
            apprendre(dossiers.parId(fait.dossierId()), fait.auteur());
        }
    }

    /** A decision whose letter nobody signed is taken back; a signed one stays, and is told as to be seen again. */
    @EventListener
    void sur(OrientationARelire fait) {
        reprises.reprendreSiPasSignee(fait.dossierId());
    }

    private void apprendre(DossierVue demande, Agent auteur) {
        Map<String, Object> connu = connu(demandes.demande(demande.id()));
        for (UUID ouvert : dossiers.ouvertsDe(demande.personneId())) {
            if (DemandesOrientation.DISPOSITIF.equals(dossiers.parId(ouvert).dispositif())) {
                orientations.apprendre(ouvert, connu, auteur);
            }
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
