package fr.jalon.parcours.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dossier.Delais;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Pieces;
import fr.jalon.parcours.ContexteEtape;
import fr.jalon.parcours.Delegue;
import fr.jalon.parcours.Envois;
import fr.jalon.parcours.FaitsDecision;
import fr.jalon.parcours.LettresDossier;
import fr.jalon.parcours.SuiteDecision;
import fr.jalon.parcours.Variables;
import fr.jalon.rsa.DemandesRsa;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of {@code instruction-rsa}. Each bean's name is the one that the model calls. */
@Configuration(proxyBeanMethods = false)
class DeleguesRsa {

    private final LettresRsa lettres;
    private final Dossiers dossiers;
    private final DemandesRsa demandes;
    private final Delais delais;
    private final Envois envois;
    private final Pieces pieces;
    private final FichiersTransmis fichiers;
    private final Horloge horloge;

    DeleguesRsa(
            LettresRsa lettres,
            Dossiers dossiers,
            DemandesRsa demandes,
            Delais delais,
            Envois envois,
            Pieces pieces,
            FichiersTransmis fichiers,
            Horloge horloge) {
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.demandes = demandes;
        this.delais = delais;
        this.envois = envois;
        this.pieces = pieces;
        this.fichiers = fichiers;
        this.horloge = horloge;
    }

    @Bean
    Delegue accuserReception() {
        return contexte -> {
            ecrire(
                    contexte,
                    CodesCourrier.ACCUSE_RECEPTION,
                    valeurs -> valeurs.date("delai.dateLimite", fin(contexte.dossierId(), "REPONSE_PIECES")));
            boolean agricole = demandes.demande(contexte.dossierId()).regimeAgricole();
            return Variables.aucune().avec(InstructionRsa.CAF_COMPETENTE, !agricole);
        };
    }

    @Bean
    Delegue transmettreOrganisme() {
        return contexte -> {
            deposer(contexte, "MSA", "DEMANDE_RSA");
            ecrire(
                    contexte,
                    CodesCourrier.TRANSMISSION_ORGANISME,
                    lettres.transmission("MSA", MotifsRsa.REGIME_AGRICOLE, horloge.aujourdhui()));
            return clore(contexte, Issue.TRANSMIS_ORGANISME);
        };
    }

    @Bean
    Delegue demanderPieces(MessagesAuxPersonnes messages) {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            LocalDate fin = fin(dossier, "REPONSE_PIECES");
            if (ilManque(dossier)) {
                String message = messages.dernier(dossier).orElse(null);
                ecrire(contexte, CodesCourrier.DEMANDE_PIECES, LettresRsa.demandePieces(fin, message));
                dossiers.suspendre(
                        dossier, "pièces demandées à la personne", EtatDossier.ATTENTE_PERSONNE, Agent.JALON);
            }
            return Variables.aucune()
                    .avec(InstructionRsa.DATE_RAPPEL_PIECES, instant(fin(dossier, "RAPPEL_PIECES")))
                    .avec(InstructionRsa.DATE_FIN_PIECES, finDeJournee(fin));
        };
    }

    @Bean
    Delegue relancerPieces() {
        return contexte -> {
            if (!ilManque(contexte.dossierId())) {
                return Variables.aucune();
            }
            LocalDate fin = contexte.variable(InstructionRsa.DATE_FIN_PIECES)
                    .map(date -> LocalDate.ofInstant(date.toInstant(), Horloge.PARIS))
                    .orElseThrow();
            ecrire(
                    contexte,
                    CodesCourrier.RAPPEL_PIECES,
                    valeurs -> valeurs.date("delai.dateLimite", fin)
                            .date(
                                    "delai.dateDemande",
                                    dossiers.parId(contexte.dossierId())
                                            .horloge()
                                            .suspendueDepuis()));
            return Variables.aucune();
        };
    }

    @Bean
    Delegue prolongerDelai() {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            LocalDate fin = fin(dossier, "PROLONGATION_PIECES");
            if (ilManque(dossier)) {
                ecrire(contexte, CodesCourrier.DEMANDE_PIECES, LettresRsa.demandePieces(fin, null));
            }
            return Variables.aucune()
                    .avec(InstructionRsa.DATE_RAPPEL_PIECES, instant(fin.minusDays(3)))
                    .avec(InstructionRsa.DATE_FIN_PIECES, finDeJournee(fin));
        };
    }

    @Bean
    Delegue classerSansSuite(MessagesAuxPersonnes messages) {
        return contexte -> {
            String motif = messages.dernier(contexte.dossierId()).orElse("");
            ecrire(contexte, CodesCourrier.CLASSEMENT_SANS_SUITE, lettres.classement(motif, horloge.aujourdhui()));
            return clore(contexte, Issue.CLASSE_SANS_SUITE);
        };
    }

    @Bean
    FaitsDecision faitsEligibilite() {
        return contexte -> demandes.faitsDuDemandeur(contexte.dossierId());
    }

    /** The engine keeps the claimant's decision; the feature checks the whole foyer by the same table and keeps it with the claim. */
    @Bean
    SuiteDecision suiteEligibilite() {
        return (contexte, evaluation) -> {
            demandes.verifierEligibilite(contexte.dossierId());
            return Variables.aucune();
        };
    }

    @Bean
    Delegue estimerMontant() {
        return contexte -> {
            demandes.estimer(contexte.dossierId());
            return Variables.aucune();
        };
    }

    @Bean
    Delegue informerAutreDroit() {
        return contexte -> {
            ecrire(
                    contexte,
                    CodesCourrier.AUTRE_DROIT,
                    valeurs -> valeurs.texte(
                            "autreDroit.motif",
                            demandes.demande(contexte.dossierId()).motifProposition()));
            return clore(contexte, Issue.AUTRE_DROIT);
        };
    }

    @Bean
    Delegue demanderC2s() {
        return contexte -> {
            deposer(contexte, "CPAM", "DEMANDE_C2S");
            dossiers.tracer(contexte.dossierId(), "C2S", "Complémentaire santé solidaire demandée.", Agent.JALON);
            return Variables.aucune();
        };
    }

    @Bean
    Delegue transmettreCaf() {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            deposer(contexte, "CAF", "DEMANDE_RSA");
            demandes.noterTransmission(dossier);
            return Variables.aucune()
                    .avec(InstructionRsa.DATE_RELANCE_CAF, instant(fin(dossier, "RELANCE_CAF")))
                    .avec(InstructionRsa.DATE_SILENCE_CAF, finDeJournee(fin(dossier, "SILENCE_CAF")));
        };
    }

    @Bean
    Delegue relancerCaf() {
        return contexte -> {
            deposer(contexte, "CAF", "RELANCE_RSA");
            dossiers.tracer(contexte.dossierId(), "RELANCE_CAF", "La CAF est relancée.", Agent.JALON);
            return Variables.aucune();
        };
    }

    @Bean
    Delegue notifierSilence() {
        return contexte -> {
            ecrire(contexte, CodesCourrier.SILENCE_CAF, lettres.silence(contexte.dossierId()));
            return clore(contexte, Issue.REJET_IMPLICITE);
        };
    }

    @Bean
    Delegue notifierAccord() {
        return contexte -> {
            ecrire(contexte, CodesCourrier.NOTIFICATION_ACCORD, lettres.decisionCaf(contexte.dossierId()));
            return Variables.aucune();
        };
    }

    @Bean
    Delegue demanderOrientation(ApplicationEventPublisher evenements) {
        return contexte -> {
            DossierVue dossier = dossiers.parId(contexte.dossierId());
            evenements.publishEvent(new OrientationDemandee(dossier.id(), dossier.personneId(), dossier.antenne()));
            dossiers.tracer(dossier.id(), "ORIENTATION", "Orientation demandée (six semaines).", Agent.JALON);
            return clore(contexte, Issue.DROIT_OUVERT);
        };
    }

    @Bean
    Delegue notifierRejet() {
        return contexte -> {
            ecrire(contexte, CodesCourrier.NOTIFICATION_REJET, lettres.decisionCaf(contexte.dossierId()));
            return clore(contexte, Issue.DROIT_REJETE);
        };
    }

    @Bean
    Delegue confirmerDesistement() {
        return contexte -> {
            ecrire(
                    contexte,
                    CodesCourrier.DESISTEMENT_CONFIRME,
                    valeurs -> valeurs.date("desistement.date", horloge.aujourdhui()));
            return clore(contexte, Issue.DESISTEMENT);
        };
    }

    @Bean
    Delegue transmettreNouvelleCommune() {
        return contexte -> {
            ecrire(
                    contexte,
                    CodesCourrier.TRANSMISSION_ORGANISME,
                    lettres.transmission("AUTRE_COMMUNE", MotifsRsa.DEPART_AUTRE_COMMUNE, horloge.aujourdhui()));
            return clore(contexte, Issue.DEMENAGEMENT);
        };
    }

    @Bean
    Delegue cloreDoublon() {
        return contexte -> clore(contexte, Issue.DOUBLON);
    }

    @Bean
    Delegue cloreApresDeces() {
        return contexte -> clore(contexte, Issue.DECES);
    }

    /** The pieces may have come in between the agent's choice and this step, which runs on its own. */
    private boolean ilManque(UUID dossierId) {
        return !pieces.manquantes(dossierId).isEmpty();
    }

    private void ecrire(ContexteEtape contexte, String modele, LettresDossier.Complement complement) {
        lettres.ecrire(contexte.cleUnique(modele), modele, contexte.dossierId(), complement);
    }

    private void deposer(ContexteEtape contexte, String destinataire, String objet) {
        DossierVue dossier = dossiers.parId(contexte.dossierId());
        envois.deposer(new Envois.AEnvoyer(
                contexte.cleUnique(destinataire + ":" + objet),
                dossier.id(),
                destinataire,
                objet,
                dossier.numero() + "_" + objet.toLowerCase(java.util.Locale.ROOT) + ".json",
                fichiers.contenu(dossier, objet)));
    }

    private Variables clore(ContexteEtape contexte, Issue issue) {
        dossiers.clore(contexte.dossierId(), issue, Agent.JALON);
        return Variables.aucune();
    }

    private LocalDate fin(UUID dossierId, String horlogeDuParcours) {
        DossierVue dossier = dossiers.parId(dossierId);
        return delais.fin(dossier.dispositif(), horlogeDuParcours, dossier.urgent(), horloge.aujourdhui());
    }

    /** Eight in the morning in Paris: never between two and three, when the clocks change. */
    private static Date instant(LocalDate jour) {
        return Date.from(Horloge.instantAParis(jour.atTime(8, 0)));
    }

    /** The last day belongs to the person: the delay ends when it is over. */
    private static Date finDeJournee(LocalDate jour) {
        return Date.from(Horloge.instantAParis(jour.plusDays(1).atTime(0, 30)));
    }
}
