package fr.jalon.sanction.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.DelaisDepuisReception;
import fr.jalon.dispositif.DelaisDepuisReception.Minuterie;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.FaitsDecision;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.dispositif.SuiteDecision;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.sanction.DecisionsDeSanction;
import fr.jalon.sanction.Manquements;
import java.time.LocalDate;
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
    private final SuitesDuManquement suites;
    private final Dossiers dossiers;

    DeleguesManquement(
            LettresManquement lettres,
            TransmissionSanction transmission,
            Manquements manquements,
            DecisionsDeSanction decisions,
            SuitesDuManquement suites,
            Dossiers dossiers) {
        this.lettres = lettres;
        this.transmission = transmission;
        this.manquements = manquements;
        this.decisions = decisions;
        this.suites = suites;
        this.dossiers = dossiers;
    }

    /** The person's time runs from the receipt of this letter: its timer waits until the letter was sent. */
    @Bean
    Delegue informerPersonne(DelaisDepuisReception delais) {
        return contexte -> {
            manquements.informer(contexte.dossierId());
            String modele = CodesCourrier.MANQUEMENT_OBSERVATIONS;
            CourrierVue lettre = lettres.ecrire(
                    contexte.cleUnique(modele),
                    modele,
                    contexte.dossierId(),
                    suites.remplacee(contexte.dossierId()).orElse(null),
                    lettres.avant(contexte.dossierId()));
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

    /** Nothing is written on a decision whose facts have changed: it is taken again. The CAF hears of it once it is sent. */
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
                    .avec(ManquementRsa.DATE_FIN_SANCTION, ManquementRsa.finDeJournee(dernierJour));
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

    /** Nobody hears of the end of what was never written to her. */
    @Bean
    Delegue notifierAbsenceSanction() {
        return contexte -> {
            ecrireSansSanction(contexte);
            return clore(contexte, Issue.SANS_SANCTION);
        };
    }

    /**
     * The letter of the decision came back, or was held back because the foyer changed: the person does not know it, nothing runs, and
     * who decides is asked what to do.
     */
    @Bean
    Delegue reprendreDecision() {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            transmission.sansEffet(contexte);
            decisions.reprendre(
                    dossier,
                    suites.derniereLettreRevenue(dossier)
                            ? "La décision est revenue : la personne ne l'a pas reçue, la sanction ne court pas."
                            : "Le foyer a changé avant l'envoi de la décision : elle est à prendre de nouveau.");
            return Variables.aucune();
        };
    }

    @Bean
    Delegue leverSanction() {
        return this::mettreEnRegle;
    }

    /** The person complied before the decision, or the compliance was signalled on the dossier while the sanction runs. */
    @Bean
    Delegue arreterProcedure() {
        return contexte -> {
            decisions.arreter(contexte.dossierId());
            return mettreEnRegle(contexte);
        };
    }

    /** A sanction that was not sent has no effect: the person who complies before hears that there is none. */
    private Variables mettreEnRegle(ContexteEtape contexte) {
        UUID dossier = contexte.dossierId();
        suites.annulerSiPasPartie(dossier, "La personne s'est mise en règle avant l'envoi.");
        if (suites.de(dossier).sanctionNotifiee()) {
            lever(contexte);
            return clore(contexte, Issue.SANCTION_LEVEE);
        }
        ecrireSansSanction(contexte);
        return clore(contexte, Issue.EN_REGLE);
    }

    private void ecrireSansSanction(ContexteEtape contexte) {
        UUID dossier = contexte.dossierId();
        if (suites.de(dossier).informee()) {
            ecrire(contexte, CodesCourrier.MANQUEMENT_SANS_SANCTION, lettres.sansSanction(dossier));
        }
    }

    /** A sanction whose time passed without anybody sending it never was. */
    @Bean
    Delegue constaterFinSanction() {
        return contexte -> {
            if (suites.annulerSiPasPartie(contexte.dossierId(), "La sanction n'a pas été envoyée à temps.")) {
                ecrireSansSanction(contexte);
                return clore(contexte, Issue.SANS_SANCTION);
            }
            return clore(contexte, Issue.SANCTION_TERMINEE);
        };
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

    /** No letter to somebody who died; the CAF, which carries a sanction out, is told. */
    @Bean
    Delegue cloreManquementDeces() {
        return contexte -> {
            suites.annulerSiPasPartie(contexte.dossierId(), "La personne est décédée.");
            transmission.finDuSuivi(contexte, Issue.DECES);
            return clore(contexte, Issue.DECES);
        };
    }

    /** The person who was told of the procedure is told of its end, and the CAF when it carries a sanction out. */
    private Variables terminer(ContexteEtape contexte, Issue issue) {
        UUID dossier = contexte.dossierId();
        suites.annulerSiPasPartie(dossier, "La procédure se termine avant l'envoi.");
        transmission.finDuSuivi(contexte, issue);
        if (suites.de(dossier).informee()) {
            ecrire(contexte, CodesCourrier.MANQUEMENT_TERMINE, lettres.terminee(dossier, issue));
        }
        return clore(contexte, issue);
    }

    private void lever(ContexteEtape contexte) {
        boolean transmise = transmission.levee(contexte);
        ecrire(contexte, CodesCourrier.SANCTION_LEVEE, lettres.levee(contexte.dossierId(), transmise));
    }

    private CourrierVue ecrire(ContexteEtape contexte, String modele, Complement complement) {
        return lettres.ecrire(contexte.cleUnique(modele), modele, contexte.dossierId(), null, complement);
    }

    private Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }
}
