package fr.jalon.orientation.parcours;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.FaitAttendu;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EvenementVue;
import fr.jalon.orientation.AvisEquipe;
import fr.jalon.orientation.ContratEngagement;
import fr.jalon.orientation.Contrats;
import fr.jalon.orientation.DemandeOrientationVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.seance.AvisRendu;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.SujetDeSeance;
import fr.jalon.usager.Personnes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The question of two absences, or of a refused contract, to the équipe: what its members read, and what its answer does. */
@Component
class SujetAbsences implements SujetDeSeance {

    private static final String ABSENCE = "ABSENCE";
    private static final String CONTRAT = "CONTRAT";

    private final DemandesOrientation demandes;
    private final Contrats contrats;
    private final Dossiers dossiers;
    private final Personnes personnes;
    private final ApplicationEventPublisher evenements;

    SujetAbsences(
            DemandesOrientation demandes,
            Contrats contrats,
            Dossiers dossiers,
            Personnes personnes,
            ApplicationEventPublisher evenements) {
        this.demandes = demandes;
        this.contrats = contrats;
        this.dossiers = dossiers;
        this.personnes = personnes;
        this.evenements = evenements;
    }

    @Override
    public String question() {
        return OrientationRsa.QUESTION_ABSENCES;
    }

    /** Two absences and a refused contract ask the same opinion: the sheet says which of them happened. */
    @Override
    public FicheCas fiche(UUID dossierId) {
        DemandeOrientationVue d = demandes.demande(dossierId);
        DossierVue dossier = dossiers.parId(dossierId);
        List<EvenementVue> histoire = dossiers.histoire(dossierId);
        Optional<ContratEngagement> refuse = contratRefuse(dossierId, histoire);
        List<FicheCas.Fait> faits = new ArrayList<>();
        if (d.parcours() != null) {
            faits.add(new FicheCas.Fait("Parcours décidé", d.parcours().libelle()));
        }
        faits.add(new FicheCas.Fait("Droit connu le", Horloge.enMots(d.connueLe())));
        refuse.ifPresent(c -> faits.addAll(contrat(c)));
        histoire.stream()
                .filter(e -> ABSENCE.equals(e.nature()))
                .map(SujetAbsences::absence)
                .forEach(faits::add);
        return new FicheCas(
                refuse.isPresent() ? "Contrat d'engagement refusé" : "Deux absences au premier rendez-vous",
                personnes.parId(dossier.personneId()).nomComplet(),
                d.referent(),
                faits);
    }

    /** The last contract, when it was refused and no absence came after. */
    private Optional<ContratEngagement> contratRefuse(UUID dossierId, List<EvenementVue> histoire) {
        Optional<Instant> absence = dernier(histoire, ABSENCE);
        return contrats.dernier(dossierId)
                .filter(c -> c.refuseLe() != null)
                .filter(c -> absence.isEmpty()
                        || dernier(histoire, CONTRAT)
                                .filter(absence.get()::isBefore)
                                .isPresent());
    }

    private static Optional<Instant> dernier(List<EvenementVue> histoire, String nature) {
        return histoire.stream()
                .filter(e -> nature.equals(e.nature()))
                .map(EvenementVue::quand)
                .max(Comparator.naturalOrder());
    }

    private static List<FicheCas.Fait> contrat(ContratEngagement c) {
        return List.of(
                new FicheCas.Fait("Contrat refusé le", Horloge.enMots(c.refuseLe())),
                new FicheCas.Fait("Ce que dit la personne", c.motifRefus()),
                new FicheCas.Fait("Objectifs du contrat", String.join("\n", c.objectifs())),
                new FicheCas.Fait("Actions du contrat", String.join("\n", c.actions())),
                new FicheCas.Fait(
                        "Heures par semaine", c.heures().stripTrailingZeros().toPlainString()));
    }

    private static FicheCas.Fait absence(EvenementVue e) {
        return new FicheCas.Fait(
                "Absence notée le "
                        + Horloge.enMots(e.quand().atZone(Horloge.PARIS).toLocalDate()),
                e.complet());
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
                        + ".",
                fait.motif(),
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
