package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.SignalementFait;
import fr.jalon.usager.ConsentementRetire;
import fr.jalon.usager.Consentements;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a sharing in the very transaction of what ends it: agreement taken back or past, withdrawal, move, death. From then on the
 * partner reads nothing and the place is free; the path tells the partner afterwards.
 */
@Service
@Transactional
public class FinDesPartages {

    private static final Set<Signalement> FINS =
            Set.of(Signalement.DESISTEMENT, Signalement.DEMENAGEMENT, Signalement.DOUBLON, Signalement.DECES);

    private final PropositionsRepository propositions;
    private final Suivi suivi;
    private final Consentements consentements;
    private final Dossiers dossiers;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    FinDesPartages(
            PropositionsRepository propositions,
            Suivi suivi,
            Consentements consentements,
            Dossiers dossiers,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.propositions = propositions;
        this.suivi = suivi;
        this.consentements = consentements;
        this.dossiers = dossiers;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    @EventListener
    void sur(ConsentementRetire fait) {
        propositions
                .findByConsentementIdAndOuverteIsNotNull(fait.consentementId())
                .forEach(p -> retirer(p, "La personne retire son accord", fait.auteur()));
    }

    @EventListener
    void sur(SignalementFait fait) {
        if (FINS.contains(fait.signalement())) {
            propositions
                    .findFirstByDossierIdOrderByRangDesc(fait.dossierId())
                    .filter(p -> p.etat().ouverte())
                    .ifPresent(p -> arreter(p, fait.auteur()));
        }
    }

    /** Every night: an agreement whose last day is past allows nothing any more. */
    @Scheduled(cron = "0 20 4 * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "accords-echus")
    public void arreterLesAccordsEchus() {
        List<Proposition> ouvertes = propositions.findByOuverteIsNotNull();
        ouvertes.stream()
                .filter(p -> p.base() == BaseDuPartage.ACCORD)
                .filter(p -> !consentements.enVigueur(p.consentementId(), horloge.aujourdhui()))
                .forEach(p -> retirer(p, "L'accord de la personne est arrivé à son terme", Agent.JALON));
    }

    private void retirer(Proposition p, String pourquoi, Agent auteur) {
        UUID dossierId = p.dossierId();
        arreter(p, auteur);
        dossiers.tracer(dossierId, "PARTAGE_ARRETE", pourquoi + " : le partenaire n'a plus accès à rien.", auteur);
        evenements.publishEvent(new PartageArrete(dossierId, auteur));
    }

    private void arreter(Proposition p, Agent auteur) {
        p.finir(EtatProposition.ARRETEE, horloge.maintenant());
        suivi.rendreLaPlace(p, auteur);
    }
}
