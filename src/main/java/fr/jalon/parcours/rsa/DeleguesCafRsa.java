package fr.jalon.parcours.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.parcours.Delegue;
import fr.jalon.parcours.Variables;
import fr.jalon.rsa.DemandesRsa;
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

    DeleguesCafRsa(GestesRsa gestes, LettresRsa lettres, Dossiers dossiers, DemandesRsa demandes) {
        this.gestes = gestes;
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.demandes = demandes;
    }

    @Bean
    Delegue transmettreCaf() {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            gestes.deposer(contexte, "CAF", "DEMANDE_RSA");
            demandes.noterTransmission(dossier);
            return Variables.aucune()
                    .avec(InstructionRsa.DATE_RELANCE_CAF, GestesRsa.instant(gestes.fin(dossier, "RELANCE_CAF")))
                    .avec(InstructionRsa.DATE_SILENCE_CAF, GestesRsa.finDeJournee(gestes.fin(dossier, "SILENCE_CAF")));
        };
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
