package fr.jalon.parcours.sanction;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.parcours.ContexteEtape;
import fr.jalon.parcours.DelaisDepuisReception;
import fr.jalon.parcours.DelaisDepuisReception.Minuterie;
import fr.jalon.parcours.Delegue;
import fr.jalon.parcours.FaitsDecision;
import fr.jalon.parcours.LettresDossier.Complement;
import fr.jalon.parcours.SuiteDecision;
import fr.jalon.parcours.Variables;
import fr.jalon.sanction.DecisionsDeSanction;
import fr.jalon.sanction.Manquements;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of {@code manquement-rsa}. Each bean's name is the one that the model calls. */
@Configuration(proxyBeanMethods = false)
class DeleguesManquement {

    private final LettresManquement lettres;
    private final TransmissionSanction transmission;
    private final Manquements manquements;
    private final DecisionsDeSanction decisions;
    private final Dossiers dossiers;

    DeleguesManquement(
            LettresManquement lettres,
            TransmissionSanction transmission,
            Manquements manquements,
            DecisionsDeSanction decisions,
            Dossiers dossiers) {
        this.lettres = lettres;
        this.transmission = transmission;
        this.manquements = manquements;
        this.decisions = decisions;
        this.dossiers = dossiers;
    }

    /** The person's time runs from the receipt of this letter: its timer waits until the letter was sent. */
    @Bean
    Delegue informerPersonne(DelaisDepuisReception delais) {
        return contexte -> {
            manquements.informer(contexte.dossierId());
            CourrierVue lettre =
                    ecrire(contexte, CodesCourrier.MANQUEMENT_OBSERVATIONS, lettres.avant(contexte.dossierId()));
            return delais.poser(
                    lettre,
                    List.of(new Minuterie(
                            ManquementRsa.DELAI_OBSERVATIONS,
                            ManquementRsa.DATE_FIN_OBSERVATIONS,
                            ManquementRsa.HORLOGE_OBSERVATIONS,
                            true)));
        };
    }

    /** The person could not be informed: nothing is decided, and no letter would reach her. */
    @Bean
    Delegue cloreSansInformer() {
        return contexte -> clore(contexte, Issue.SANS_SANCTION);
    }

    @Bean
    FaitsDecision faitsAvisSanction() {
        return contexte -> {
            manquements.finirObservations(contexte.dossierId());
            return manquements.faitsAvis(contexte.dossierId());
        };
    }

    @Bean
    SuiteDecision suiteAvisSanction() {
        return (contexte, evaluation) -> Variables.aucune()
                .avec(
                        ManquementRsa.AVIS_REQUIS,
                        evaluation
                                .unique()
                                .map(r -> Boolean.TRUE.equals(r.sorties().get("avisRequis")))
                                .orElseThrow());
    }

    /** Nothing is written on a decision whose facts have changed: it is taken again. The CAF hears of it once it is signed. */
    @Bean
    Delegue notifierSanction() {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            if (!decisions.encoreValable(dossier)) {
                return Variables.aucune().avec(ManquementRsa.DECISION_VALABLE, false);
            }
            ecrire(contexte, CodesCourrier.SANCTION_DECIDEE, lettres.sanction(dossier));
            LocalDate dernierJour = manquements.manquement(dossier).fin().minusDays(1);
            return Variables.aucune()
                    .avec(ManquementRsa.DECISION_VALABLE, true)
                    .avec(ManquementRsa.FIN_DROIT_POSSIBLE, decisions.finDroitPossible(dossier))
                    .avec(ManquementRsa.DATE_FIN_SANCTION, finDeJournee(dernierJour));
        };
    }

    /** The président du Département decides; the person is told that it is proposed, and how to comply. */
    @Bean
    Delegue proposerFinDroit() {
        return contexte -> {
            transmission.finDroit(contexte);
            ecrire(contexte, CodesCourrier.FIN_DROIT_PROPOSEE, lettres.finDroit(contexte.dossierId()));
            return clore(contexte, Issue.FIN_DROIT_PROPOSEE);
        };
    }

    @Bean
    Delegue notifierAbsenceSanction() {
        return contexte -> {
            ecrire(contexte, CodesCourrier.MANQUEMENT_SANS_SANCTION, lettres.sansSanction(contexte.dossierId()));
            return clore(contexte, Issue.SANS_SANCTION);
        };
    }

    @Bean
    Delegue leverSanction() {
        return contexte -> {
            lever(contexte);
            return clore(contexte, Issue.SANCTION_LEVEE);
        };
    }

    /** The person complied before the decision, or the compliance was signalled on the dossier while the sanction runs. */
    @Bean
    Delegue arreterProcedure() {
        return contexte -> {
            decisions.arreter(contexte.dossierId());
            if (manquements.manquement(contexte.dossierId()).sanctionnee()) {
                lever(contexte);
                return clore(contexte, Issue.SANCTION_LEVEE);
            }
            if (manquements.manquement(contexte.dossierId()).informeeLe() != null) {
                ecrire(contexte, CodesCourrier.MANQUEMENT_SANS_SANCTION, lettres.sansSanction(contexte.dossierId()));
            }
            return clore(contexte, Issue.EN_REGLE);
        };
    }

    @Bean
    Delegue constaterFinSanction() {
        return contexte -> clore(contexte, Issue.SANCTION_TERMINEE);
    }

    @Bean
    Delegue cloreManquementDesistement() {
        return contexte -> terminer(contexte, Issue.DESISTEMENT);
    }

    @Bean
    Delegue cloreManquementDepart() {
        return contexte -> terminer(contexte, Issue.DEMENAGEMENT);
    }

    @Bean
    Delegue cloreManquementDoublon() {
        return contexte -> terminer(contexte, Issue.DOUBLON);
    }

    @Bean
    Delegue cloreManquementDeces() {
        return contexte -> clore(contexte, Issue.DECES);
    }

    /** The person who was told of the procedure is told of its end. */
    private Variables terminer(ContexteEtape contexte, Issue issue) {
        if (manquements.manquement(contexte.dossierId()).informeeLe() != null) {
            ecrire(contexte, CodesCourrier.MANQUEMENT_TERMINE, lettres.terminee(contexte.dossierId(), issue));
        }
        return clore(contexte, issue);
    }

    private void lever(ContexteEtape contexte) {
        boolean transmise = transmission.levee(contexte);
        ecrire(contexte, CodesCourrier.SANCTION_LEVEE, lettres.levee(contexte.dossierId(), transmise));
    }

    private CourrierVue ecrire(ContexteEtape contexte, String modele, Complement complement) {
        return lettres.ecrire(contexte.cleUnique(modele), modele, contexte.dossierId(), complement);
    }

    private Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }

    /** The last day belongs to the person: the delay ends when it is over. */
    private static Date finDeJournee(LocalDate jour) {
        return Date.from(Horloge.instantAParis(jour.plusDays(1).atTime(0, 30)));
    }
}
