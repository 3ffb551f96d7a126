package fr.jalon.orientation.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.dispositif.AccompagnementParUnPartenaire;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.FaitsDecision;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.dispositif.SuiteDecision;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.orientation.Contrats;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Orientations;
import java.util.Optional;
import java.util.UUID;
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

    /** No letter is written on facts that changed since the decision: the step asks again. A former one that waits never leaves beside it. */
    @Bean
    Delegue notifierOrientation(Convocations convocations) {
        return contexte -> {
            UUID dossierId = contexte.dossierId();
            Optional<String> revision = demandes.revision(dossierId);
            if (revision.isPresent()) {
                demandes.annulerLaConfirmation(
                        dossierId, revision.get() + ". Le courrier n'était pas écrit.", Agent.JALON);
                return Variables.aucune().avec(OrientationRsa.DESTINATION, "A_REVOIR");
            }
            String modele = lettres.modeleDeLaNotification(dossierId);
            CourrierVue ecrite = lettres.ecrire(
                    contexte.cleUnique(modele),
                    modele,
                    dossierId,
                    convocations.imprimeePuisRetenue(dossierId).orElse(null),
                    lettres.notification(dossierId));
            convocations.retirerLesAnciennes(ecrite);
            return Variables.aucune()
                    .avec(OrientationRsa.DESTINATION, lettres.accompagneParNous(dossierId) ? "NOUS" : "PARTENAIRE");
        };
    }

    /** At once for a decision of France Travail; for ours, once somebody signed it. */
    @Bean
    Delegue ouvrirSuivi(AnnonceAuPartenaire annonce) {
        return contexte -> {
            annonce.annoncer(contexte.dossierId());
            return Variables.aucune();
        };
    }

    @Bean
    Delegue annoncerRendezVousReferent(AccompagnementParUnPartenaire partenaires) {
        return contexte -> {
            partenaires.annoncerLePremierRendezVous(
                    contexte, demandes.demande(contexte.dossierId()).referentPartenaire());
            return Variables.aucune();
        };
    }

    @Bean
    Delegue confierPartenaire(AccompagnementParUnPartenaire partenaires) {
        return contexte -> {
            partenaires.finirLesAutres(dossiers.parId(contexte.dossierId()).personneId(), contexte.dossierId());
            return clore(contexte, Issue.CONFIEE_PARTENAIRE);
        };
    }

    @Bean
    Delegue constaterSixSemaines() {
        return contexte -> {
            demandes.constaterSixSemaines(contexte.dossierId());
            return Variables.aucune();
        };
    }

    @Bean
    Delegue convoquerDeNouveau(Convocations convocations) {
        return contexte -> ecrire(
                contexte,
                CodesCourrier.SECONDE_CONVOCATION,
                lettres.convocation(contexte.dossierId(), convocations.pourquoi(contexte)));
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
    Delegue cloreOrientationDesistement(AccompagnementParUnPartenaire partenaires) {
        return contexte -> terminer(contexte, Issue.DESISTEMENT, partenaires);
    }

    @Bean
    Delegue cloreOrientationDepart(AccompagnementParUnPartenaire partenaires) {
        return contexte -> terminer(contexte, Issue.DEMENAGEMENT, partenaires);
    }

    @Bean
    Delegue cloreOrientationDeces(AccompagnementParUnPartenaire partenaires) {
        return contexte -> terminer(contexte, Issue.DECES, partenaires);
    }

    @Bean
    Delegue cloreOrientationDoublon(AccompagnementParUnPartenaire partenaires) {
        return contexte -> {
            partenaires.direLaFin(contexte.cleUnique("fin"), contexte.dossierId());
            demandes.libererLeRendezVous(contexte.dossierId());
            return clore(contexte, Issue.DOUBLON);
        };
    }

    private Variables ecrire(ContexteEtape contexte, String modele, Complement complement) {
        lettres.ecrire(contexte.cleUnique(modele), modele, contexte.dossierId(), complement);
        return Variables.aucune();
    }

    private Variables terminer(ContexteEtape contexte, Issue issue, AccompagnementParUnPartenaire partenaires) {
        partenaires.direLaFin(contexte.cleUnique("fin"), contexte.dossierId());
        demandes.libererLeRendezVous(contexte.dossierId());
        orientations.terminer(dossiers.parId(contexte.dossierId()).personneId(), horloge.aujourdhui(), Agent.JALON);
        return clore(contexte, issue);
    }

    private Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }
}
