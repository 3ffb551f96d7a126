package fr.jalon.rsa.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.Variables;
import fr.jalon.dispositif.faits.OrientationDemandee;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.PropositionsRsa;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps with the CAF, which decides: what it is sent, its silence, its decision told to the person. */
@Configuration(proxyBeanMethods = false)
class DeleguesCafRsa {

    private final GestesRsa gestes;
    private final LettresRsa lettres;
    private final Dossiers dossiers;
    private final DemandesRsa demandes;
    private final PropositionsRsa propositions;
    private final Horloge horloge;

    DeleguesCafRsa(
            GestesRsa gestes,
            LettresRsa lettres,
            Dossiers dossiers,
            DemandesRsa demandes,
            PropositionsRsa propositions,
            Horloge horloge) {
        this.propositions = propositions;
        this.horloge = horloge;
        this.gestes = gestes;
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.demandes = demandes;
    }

    @Bean
    Delegue transmettreCaf() {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            // What is sent again after a silence is the claim that left: it is read as it was
            if (demandes.demande(dossier).transmiseLe() == null) {
                propositions.exigerAJour(dossier);
            }
            gestes.deposer(contexte, "CAF", "DEMANDE_RSA");
            demandes.noterTransmission(dossier);
            return Variables.aucune()
                    .avec(InstructionRsa.DATE_RELANCE_CAF, GestesRsa.instant(gestes.fin(dossier, "RELANCE_CAF")))
                    .avec(InstructionRsa.DATE_SILENCE_CAF, GestesRsa.finDeJournee(finDuSilence(dossier)));
        };
    }

    /**
     * Silence counts from the first authority seized (CRPA, L114-3 and L231-4): the legal date of the dossier. Once it is over, a claim
     * that is sent again waits for a new delay.
     */
    private LocalDate finDuSilence(UUID dossierId) {
        LocalDate legale = dossiers.parId(dossierId).horloge().limite();
        return legale != null && !legale.isBefore(horloge.aujourdhui()) ? legale : gestes.fin(dossierId, "SILENCE_CAF");
    }

    @Bean
    Delegue relancerCaf() {
        return contexte -> {
            gestes.deposer(contexte, "CAF", "RELANCE_RSA");
            dossiers.tracer(contexte.dossierId(), "RELANCE_CAF", "La CAF est relancée.", Agent.JALON);
            return Variables.aucune();
        };
    }

    @Bean
    Delegue notifierSilence() {
        return contexte -> {
            gestes.ecrire(contexte, CodesCourrier.SILENCE_CAF, lettres.silence(contexte.dossierId()));
            return gestes.clore(contexte, Issue.REJET_IMPLICITE);
        };
    }

    @Bean
    Delegue notifierAccord() {
        return contexte -> {
            gestes.ecrire(contexte, CodesCourrier.NOTIFICATION_ACCORD, lettres.decisionCaf(contexte.dossierId()));
            return Variables.aucune();
        };
    }

    @Bean
    Delegue demanderOrientation(ApplicationEventPublisher evenements) {
        return contexte -> {
            DossierVue dossier = dossiers.parId(contexte.dossierId());
            evenements.publishEvent(new OrientationDemandee(dossier.id(), dossier.personneId(), dossier.antenne()));
            dossiers.tracer(dossier.id(), "ORIENTATION", "Orientation demandée (six semaines).", Agent.JALON);
            return gestes.clore(contexte, Issue.DROIT_OUVERT);
        };
    }

    @Bean
    Delegue notifierRejet() {
        return contexte -> {
            gestes.ecrire(contexte, CodesCourrier.NOTIFICATION_REJET, lettres.decisionCaf(contexte.dossierId()));
            return gestes.clore(contexte, Issue.DROIT_REJETE);
        };
    }
}
