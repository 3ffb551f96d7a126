package fr.jalon.parcours.orientation;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EvenementVue;
import fr.jalon.orientation.AvisEquipe;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.parcours.FaitAttendu;
import fr.jalon.parcours.Variables;
import fr.jalon.seance.AvisRendu;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.SujetDeSeance;
import fr.jalon.usager.Personnes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The question of two absences to the équipe: what its members read, and what its answer does. */
@Component
class SujetAbsences implements SujetDeSeance {

    private final DemandesOrientation demandes;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final ApplicationEventPublisher evenements;

    SujetAbsences(
            DemandesOrientation demandes,
            Dossiers dossiers,
            Personnes personnes,
            ApplicationEventPublisher evenements) {
        this.demandes = demandes;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.evenements = evenements;
    }

    @Override
    public String question() {
        return OrientationRsa.QUESTION_ABSENCES;
    }

    @Override
    public FicheCas fiche(UUID dossierId) {
        DemandeOrientationVue d = demandes.demande(dossierId);
        DossierVue dossier = dossiers.parId(dossierId);
        List<FicheCas.Fait> faits = new ArrayList<>();
        if (d.parcours() != null) {
            faits.add(new FicheCas.Fait("Parcours décidé", d.parcours().libelle()));
        }
        faits.add(new FicheCas.Fait("Droit connu le", Horloge.enMots(d.connueLe())));
        dossiers.histoire(dossierId).stream()
                .filter(e -> "ABSENCE".equals(e.nature()))
                .map(SujetAbsences::absence)
                .forEach(faits::add);
        return new FicheCas(
                "Deux absences au premier rendez-vous",
                personnes.parId(dossier.personneId()).nomComplet(),
                d.referent(),
                faits);
    }

    private static FicheCas.Fait absence(EvenementVue e) {
        return new FicheCas.Fait(
                "Notée le " + Horloge.enMots(e.quand().atZone(Horloge.PARIS).toLocalDate()), e.texte());
    }

    /** Revising the orientation needs nothing more; another appointment needs a day and a place, which the step asks for. */
    @EventListener
    void sur(AvisRendu fait) {
        if (!OrientationRsa.QUESTION_ABSENCES.equals(fait.question())) {
            return;
        }
        dossiers.tracer(
                fait.dossierId(),
                "AVIS_EQUIPE",
                "Avis de l'équipe pluridisciplinaire du " + Horloge.enMots(fait.seance()) + " : " + fait.libelle()
                        + ". " + fait.motif(),
                fait.auteur());
        if ("REORIENTER".equals(fait.avis())) {
            evenements.publishEvent(new FaitAttendu.Survenu(
                    fait.dossierId(),
                    FaitAttendu.AVIS_EQUIPE_RENDU,
                    Variables.aucune()
                            .avec(OrientationRsa.AVIS_EQUIPE, fait.avis())
                            .valeurs(),
                    fait.auteur()));
        } else {
            demandes.noterAvisEquipe(fait.dossierId(), new AvisEquipe(fait.avis(), fait.motif(), fait.seance()));
        }
    }
}
