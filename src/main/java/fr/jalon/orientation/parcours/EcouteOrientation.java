package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.FaitsConnus;
import fr.jalon.dispositif.faits.OrientationDemandee;
import fr.jalon.dispositif.faits.SituationCorrigee;
import fr.jalon.dossier.DossierOuvert;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.OrientationARelire;
import java.util.Map;
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
    private final FaitsConnus connus;
    private final Dossiers dossiers;
    private final Horloge horloge;

    EcouteOrientation(
            DemandesOrientation orientations,
            RepriseDesConfirmations reprises,
            FaitsConnus connus,
            Dossiers dossiers,
            Horloge horloge) {
        this.orientations = orientations;
        this.reprises = reprises;
        this.connus = connus;
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
                connus.de(dossiers.parId(fait.dossierId())),
                Agent.JALON);
    }

    @EventListener
    void sur(SituationCorrigee fait) {
        apprendre(dossiers.parId(fait.dossierId()), fait.auteur());
    }

    /** A new dossier of a person who is being oriented. */
    @EventListener
    void sur(DossierOuvert fait) {
        if (!DemandesOrientation.DISPOSITIF.equals(fait.dispositif())) {
            apprendre(dossiers.parId(fait.dossierId()), fait.auteur());
        }
    }

    /** A decision whose letter nobody signed is taken back; a signed one stays, and is told as to be seen again. */
    @EventListener
    void sur(OrientationARelire fait) {
        reprises.reprendreSiPasSignee(fait.dossierId());
    }

    private void apprendre(DossierVue demande, Agent auteur) {
        Map<String, Object> connu = connus.de(demande);
        if (connu.isEmpty()) {
            return;
        }
        for (UUID ouvert : dossiers.ouvertsDe(demande.personneId())) {
            if (DemandesOrientation.DISPOSITIF.equals(dossiers.parId(ouvert).dispositif())) {
                orientations.apprendre(ouvert, connu, auteur);
            }
        }
    }
}
