package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierSigne;
import fr.jalon.dispositif.FaitAttendu;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.EtapesEnCours;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.prescription.IssueSuivi;
import fr.jalon.prescription.PartenaireARepondu;
import fr.jalon.prescription.PremierRendezVousNote;
import fr.jalon.prescription.ReferentNomme;
import fr.jalon.prescription.SuivisDOrientation;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the partner that accompanies does in its space moves the path of the orientation, in the same transaction. */
@Component
class EcouteSuivis {

    private final DemandesOrientation demandes;
    private final SuivisDOrientation suivis;
    private final AnnonceAuPartenaire annonce;
    private final EtapesEnCours etapes;
    private final Dossiers dossiers;
    private final ApplicationEventPublisher evenements;

    EcouteSuivis(
            DemandesOrientation demandes,
            SuivisDOrientation suivis,
            AnnonceAuPartenaire annonce,
            EtapesEnCours etapes,
            Dossiers dossiers,
            ApplicationEventPublisher evenements) {
        this.demandes = demandes;
        this.suivis = suivis;
        this.annonce = annonce;
        this.etapes = etapes;
        this.dossiers = dossiers;
        this.evenements = evenements;
    }

    @EventListener
    void sur(PartenaireARepondu fait) {
        avancer(fait.dossierId(), fait.accepte() ? IssueSuivi.RENDEZ_VOUS : IssueSuivi.REFUS, fait.auteur());
    }

    @EventListener
    void sur(PremierRendezVousNote fait) {
        avancer(
                fait.dossierId(),
                switch (fait.issue()) {
                    case TENU -> IssueSuivi.RENCONTREE;
                    case REPORTE -> IssueSuivi.RENDEZ_VOUS;
                    case MANQUE -> IssueSuivi.ABSENTE;
                },
                fait.auteur());
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
            suivis.finirLesAutres(dossier.personneId(), fait.dossierId());
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
