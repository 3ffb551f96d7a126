package fr.jalon.prescription.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.FaitsDecision;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.dispositif.SuiteDecision;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.ReponsesPartenaire;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of {@code orientation-partenaire}. Each bean's name is the one that the model calls. */
@Configuration(proxyBeanMethods = false)
class DeleguesPartenaire {

    private final LettresPartenaire lettres;
    private final AvisAuxPartenaires avis;
    private final Prescriptions prescriptions;
    private final ReponsesPartenaire reponses;
    private final Dossiers dossiers;
    private final Delais delais;
    private final Horloge horloge;

    DeleguesPartenaire(
            LettresPartenaire lettres,
            AvisAuxPartenaires avis,
            Prescriptions prescriptions,
            ReponsesPartenaire reponses,
            Dossiers dossiers,
            Delais delais,
            Horloge horloge) {
        this.lettres = lettres;
        this.avis = avis;
        this.prescriptions = prescriptions;
        this.reponses = reponses;
        this.dossiers = dossiers;
        this.delais = delais;
        this.horloge = horloge;
    }

    @Bean
    Delegue proposerAuPartenaire() {
        return contexte -> {
            LocalDate relance = fin(contexte, "RELANCE_PARTENAIRE");
            LocalDate limite = fin(contexte, "REPONSE_PARTENAIRE");
            prescriptions.attendre(contexte.dossierId(), relance, limite);
            lettres.ecrireAuPartenaire(
                    contexte.cleUnique(CodesCourrier.PROPOSITION_PARTENAIRE),
                    CodesCourrier.PROPOSITION_PARTENAIRE,
                    contexte.dossierId(),
                    lettres.partage(contexte.dossierId()).puis(lettres.accord(contexte.dossierId())));
            avis.deposer(contexte, "PROPOSITION");
            return Variables.aucune()
                    .avec(OrientationPartenaire.DATE_RELANCE, matin(relance))
                    .avec(OrientationPartenaire.DATE_SILENCE, finDeJournee(limite));
        };
    }

    @Bean
    Delegue informerDuPartage() {
        return contexte -> ecrire(
                contexte,
                CodesCourrier.INFORMATION_PARTAGE,
                lettres.partage(contexte.dossierId()).puis(lettres.accord(contexte.dossierId())));
    }

    @Bean
    Delegue relancerPartenaire() {
        return contexte -> {
            lettres.ecrireAuPartenaire(
                    contexte.cleUnique(CodesCourrier.RELANCE_PARTENAIRE),
                    CodesCourrier.RELANCE_PARTENAIRE,
                    contexte.dossierId(),
                    Complement.AUCUN);
            avis.deposer(contexte, "RELANCE");
            return Variables.aucune();
        };
    }

    @Bean
    Delegue constaterSilencePartenaire() {
        return contexte -> {
            reponses.constaterSilence(contexte.dossierId());
            return Variables.aucune();
        };
    }

    @Bean
    FaitsDecision faitsComplexite() {
        return contexte -> prescriptions.faitsComplexite(contexte.dossierId());
    }

    @Bean
    SuiteDecision suiteComplexite() {
        return (contexte, evaluation) -> {
            var regle = evaluation
                    .unique()
                    .orElseThrow(() -> new IllegalStateException("situation-complexe n'a pas répondu"));
            dossiers.tracer(contexte.dossierId(), "COMPLEXITE", regle.texte("raison"), Agent.JALON);
            return Variables.aucune()
                    .avec(
                            OrientationPartenaire.SITUATION_COMPLEXE,
                            Boolean.TRUE.equals(regle.sorties().get("complexe")));
        };
    }

    @Bean
    Delegue annoncerRendezVous(CourriersAuPartenaire annonces) {
        return contexte -> {
            annonces.annoncerLeRendezVous(contexte);
            return Variables.aucune();
        };
    }

    @Bean
    Delegue demanderEvaluation() {
        return contexte -> {
            LocalDate limite = fin(contexte, "AVIS_PERSONNE");
            prescriptions.demanderAvis(contexte.dossierId());
            ecrire(contexte, CodesCourrier.AVIS_ORIENTATION, valeurs -> valeurs.date("delai.dateLimite", limite));
            return Variables.aucune().avec(OrientationPartenaire.DATE_FIN_AVIS, finDeJournee(limite));
        };
    }

    @Bean
    Delegue cloreOrientationEvaluee() {
        return contexte -> clore(contexte, Issue.ORIENTATION_TERMINEE);
    }

    @Bean
    Delegue cloreSansAvis() {
        return contexte -> clore(contexte, Issue.ORIENTATION_TERMINEE);
    }

    @Bean
    Delegue cloreSansPartenaire() {
        return contexte -> {
            ecrire(contexte, CodesCourrier.ORIENTATION_SANS_SUITE, Complement.AUCUN);
            return clore(contexte, Issue.SANS_PARTENAIRE);
        };
    }

    @Bean
    Delegue clorePartageRetire() {
        return contexte -> prevenirEtClore(contexte, Issue.ACCORD_RETIRE);
    }

    @Bean
    Delegue clorePartageDesistement() {
        return contexte -> prevenirEtClore(contexte, Issue.DESISTEMENT);
    }

    @Bean
    Delegue clorePartageDepart() {
        return contexte -> prevenirEtClore(contexte, Issue.DEMENAGEMENT);
    }

    @Bean
    Delegue clorePartageDoublon() {
        return contexte -> prevenirEtClore(contexte, Issue.DOUBLON);
    }

    @Bean
    Delegue clorePartageDeces() {
        return contexte -> prevenirEtClore(contexte, Issue.DECES);
    }

    /** A partner that was asked, and was not told yet that it is over, is told: a number, no personal data. */
    private Variables prevenirEtClore(ContexteEtape contexte, Issue issue) {
        if (prescriptions.derniere(contexte.dossierId()).arreteeApresProposition()) {
            lettres.ecrireAuPartenaire(
                    contexte.cleUnique(CodesCourrier.FIN_PARTAGE_PARTENAIRE),
                    CodesCourrier.FIN_PARTAGE_PARTENAIRE,
                    contexte.dossierId(),
                    Complement.AUCUN);
            avis.deposer(contexte, "FIN");
        }
        return clore(contexte, issue);
    }

    private Variables ecrire(ContexteEtape contexte, String modele, Complement complement) {
        lettres.ecrire(contexte.cleUnique(modele), modele, contexte.dossierId(), complement);
        return Variables.aucune();
    }

    private Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }

    private LocalDate fin(ContexteEtape contexte, String quoi) {
        DossierVue dossier = dossiers.parId(contexte.dossierId());
        return delais.fin(dossier.dispositif(), quoi, dossier.urgent(), horloge.aujourdhui());
    }

    private static Date matin(LocalDate jour) {
        return Date.from(Horloge.instantAParis(jour.atTime(8, 0)));
    }

    private static Date finDeJournee(LocalDate jour) {
        return Date.from(Horloge.instantAParis(jour.plusDays(1).atTime(0, 30)));
    }
}
