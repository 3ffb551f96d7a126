package fr.jalon.parcours.sanction;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.parcours.ContexteEtape;
import fr.jalon.parcours.Delegue;
import fr.jalon.parcours.FaitsDecision;
import fr.jalon.parcours.LettresDossier.Complement;
import fr.jalon.parcours.SuiteDecision;
import fr.jalon.parcours.Variables;
import fr.jalon.sanction.DecisionsDeSanction;
import fr.jalon.sanction.Manquements;
import java.time.LocalDate;
import java.util.Date;
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

    @Bean
    Delegue informerPersonne() {
        return contexte -> {
            LocalDate fin = manquements.informer(contexte.dossierId());
            ecrire(contexte, CodesCourrier.MANQUEMENT_OBSERVATIONS, lettres.avant(contexte.dossierId()));
            return Variables.aucune().avec(ManquementRsa.DATE_FIN_OBSERVATIONS, finDeJournee(fin));
        };
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

    @Bean
    Delegue notifierSanction() {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            ecrire(contexte, CodesCourrier.SANCTION_DECIDEE, lettres.sanction(dossier));
            transmission.sanction(contexte);
            LocalDate dernierJour = manquements.manquement(dossier).fin().minusDays(1);
            return Variables.aucune().avec(ManquementRsa.DATE_FIN_SANCTION, finDeJournee(dernierJour));
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
            ecrire(contexte, CodesCourrier.MANQUEMENT_SANS_SANCTION, lettres.sansSanction(contexte.dossierId()));
            return clore(contexte, Issue.EN_REGLE);
        };
    }

    @Bean
    Delegue constaterFinSanction() {
        return contexte -> clore(contexte, Issue.SANCTION_TERMINEE);
    }

    @Bean
    Delegue cloreManquementDesistement() {
        return contexte -> clore(contexte, Issue.DESISTEMENT);
    }

    @Bean
    Delegue cloreManquementDepart() {
        return contexte -> clore(contexte, Issue.DEMENAGEMENT);
    }

    @Bean
    Delegue cloreManquementDoublon() {
        return contexte -> clore(contexte, Issue.DOUBLON);
    }

    @Bean
    Delegue cloreManquementDeces() {
        return contexte -> clore(contexte, Issue.DECES);
    }

    private void lever(ContexteEtape contexte) {
        ecrire(contexte, CodesCourrier.SANCTION_LEVEE, lettres.levee(contexte.dossierId()));
        transmission.levee(contexte);
    }

    private void ecrire(ContexteEtape contexte, String modele, Complement complement) {
        lettres.ecrire(contexte.cleUnique(modele), modele, contexte.dossierId(), complement);
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
