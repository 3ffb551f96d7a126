package fr.jalon.parcours.orientation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.orientation.Contrats;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.parcours.ContexteEtape;
import fr.jalon.parcours.Delegue;
import fr.jalon.parcours.FaitsDecision;
import fr.jalon.parcours.LettresDossier.Complement;
import fr.jalon.parcours.SuiteDecision;
import fr.jalon.parcours.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of {@code orientation-rsa}. Each bean's name is the one that the model calls. */
@Configuration(proxyBeanMethods = false)
class DeleguesOrientation {

    private final LettresOrientation lettres;
    private final DemandesOrientation demandes;
    private final Orientations orientations;
    private final Contrats contrats;
    private final Dossiers dossiers;
    private final Horloge horloge;

    DeleguesOrientation(
            LettresOrientation lettres,
            DemandesOrientation demandes,
            Orientations orientations,
            Contrats contrats,
            Dossiers dossiers,
            Horloge horloge) {
        this.lettres = lettres;
        this.demandes = demandes;
        this.orientations = orientations;
        this.contrats = contrats;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    @Bean
    FaitsDecision faitsOrientation() {
        return contexte -> demandes.faits(contexte.dossierId());
    }

    /** The engine keeps the indications; the feature evaluates the whole chain of tables and keeps it with the request. */
    @Bean
    SuiteDecision suiteOrientation() {
        return (contexte, evaluation) -> {
            demandes.proposer(contexte.dossierId());
            return Variables.aucune();
        };
    }

    @Bean
    Delegue notifierOrientation() {
        return contexte ->
                ecrire(contexte, CodesCourrier.NOTIFICATION_ORIENTATION, lettres.notification(contexte.dossierId()));
    }

    @Bean
    Delegue confierPartenaire() {
        return contexte -> clore(contexte, Issue.CONFIEE_PARTENAIRE);
    }

    @Bean
    Delegue convoquerDeNouveau() {
        return contexte ->
                ecrire(contexte, CodesCourrier.SECONDE_CONVOCATION, lettres.rendezVous(contexte.dossierId()));
    }

    @Bean
    Delegue remettreContrat() {
        return contexte -> ecrire(
                contexte,
                CodesCourrier.CONTRAT_ENGAGEMENT,
                lettres.contrat(contrats.dernier(contexte.dossierId()).orElseThrow()));
    }

    @Bean
    Delegue confirmerSortie() {
        return contexte -> {
            ecrire(contexte, CodesCourrier.SORTIE_ACCOMPAGNEMENT, lettres.sortie(contexte.dossierId()));
            return clore(contexte, Issue.ACCOMPAGNEMENT_TERMINE);
        };
    }

    @Bean
    Delegue cloreOrientationDesistement() {
        return contexte -> terminer(contexte, Issue.DESISTEMENT);
    }

    @Bean
    Delegue cloreOrientationDepart() {
        return contexte -> terminer(contexte, Issue.DEMENAGEMENT);
    }

    @Bean
    Delegue cloreOrientationDeces() {
        return contexte -> terminer(contexte, Issue.DECES);
    }

    @Bean
    Delegue cloreOrientationDoublon() {
        return contexte -> clore(contexte, Issue.DOUBLON);
    }

    private Variables ecrire(ContexteEtape contexte, String modele, Complement complement) {
        lettres.ecrire(contexte.cleUnique(modele), modele, contexte.dossierId(), complement);
        return Variables.aucune();
    }

    private Variables terminer(ContexteEtape contexte, Issue issue) {
        orientations.terminer(dossiers.parId(contexte.dossierId()).personneId(), horloge.aujourdhui(), Agent.JALON);
        return clore(contexte, issue);
    }

    private Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }
}
