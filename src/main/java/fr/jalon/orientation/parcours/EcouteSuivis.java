package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierSigne;
import fr.jalon.dispositif.AccompagnementParUnPartenaire;
import fr.jalon.dispositif.FaitAttendu;
import fr.jalon.dispositif.IssueSuivi;
import fr.jalon.dispositif.Variables;
import fr.jalon.dispositif.faits.ReferentNomme;
import fr.jalon.dispositif.faits.SuiviAvance;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.EtapesEnCours;
import fr.jalon.orientation.DemandesOrientation;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the partner that accompanies does in its space moves the path of the orientation, in the same transaction. */
@Component
class EcouteSuivis {

    private final DemandesOrientation demandes;
    private final AccompagnementParUnPartenaire partenaires;
    private final AnnonceAuPartenaire annonce;
    private final RepriseDesConfirmations reprises;
    private final EtapesEnCours etapes;
    private final Dossiers dossiers;
    private final ApplicationEventPublisher evenements;

    EcouteSuivis(
            DemandesOrientation demandes,
            AccompagnementParUnPartenaire partenaires,
            AnnonceAuPartenaire annonce,
            RepriseDesConfirmations reprises,
            EtapesEnCours etapes,
            Dossiers dossiers,
            ApplicationEventPublisher evenements) {
        this.demandes = demandes;
        this.partenaires = partenaires;
        this.annonce = annonce;
        this.reprises = reprises;
        this.etapes = etapes;
        this.dossiers = dossiers;
        this.evenements = evenements;
    }

    @EventListener
    void sur(SuiviAvance fait) {
        avancer(fait.dossierId(), fait.issue(), fait.auteur());
    }

    @EventListener
    void sur(ReferentNomme fait) {
        demandes.nommerReferent(fait.dossierId(), fait.nom(), fait.auteur());
    }

    /**
     * Once the decision is signed nobody takes it back: whoever accompanied before does not any more, and the partner that now does is
     * told. The step that waits for it says that the path reached the partner; before, the path's own step tells it.
     */
    @EventListener
    void sur(CourrierSigne fait) {
        if (CodesCourrier.NOTIFICATION_ORIENTATION.equals(fait.modele())) {
            DossierVue dossier = dossiers.parId(fait.dossierId());
            partenaires.finirLesAutres(dossier.personneId(), fait.dossierId());
            if (etapes.attend(dossier.numero(), OrientationRsa.SUIVRE_PARTENAIRE)) {
                annonce.annoncer(fait.dossierId());
            }
        }
    }

    private void avancer(UUID dossierId, IssueSuivi issue, Agent auteur) {
        if (!DemandesOrientation.DISPOSITIF.equals(dossiers.parId(dossierId).dispositif())) {
            return;
        }
        if (issue == IssueSuivi.RENCONTREE) {
            reprises.exigerUneDecisionQuiTientPourLePartenaire(dossierId);
            demandes.noterRencontrePartenaire(dossierId, auteur);
        } else if (issue != IssueSuivi.RENDEZ_VOUS) {
            annonce.sansSuite(dossierId);
        }
        evenements.publishEvent(new FaitAttendu.Survenu(
                dossierId,
                FaitAttendu.PARTENAIRE_REFERENT,
                Variables.aucune()
                        .avec(OrientationRsa.SUITE_PARTENAIRE, issue.suite())
                        .valeurs(),
                auteur));
    }
}
