package fr.jalon.rsa.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.DelaisLegaux;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Pieces;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.rsa.parcours.DemandesDePieces.Temps;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps while the claim is completed: receipt, pieces asked for, reminder, extension, filing (CRPA, art. L114-5). */
@Configuration(proxyBeanMethods = false)
class DeleguesPiecesRsa {

    private final GestesRsa gestes;
    private final LettresRsa lettres;
    private final Dossiers dossiers;
    private final DelaisLegaux delais;
    private final DemandesRsa demandes;
    private final Pieces pieces;
    private final DemandesDePieces lettresDePieces;
    private final Horloge horloge;

    DeleguesPiecesRsa(
            GestesRsa gestes,
            LettresRsa lettres,
            Dossiers dossiers,
            DelaisLegaux delais,
            DemandesRsa demandes,
            Pieces pieces,
            DemandesDePieces lettresDePieces,
            Horloge horloge) {
        this.gestes = gestes;
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.delais = delais;
        this.demandes = demandes;
        this.pieces = pieces;
        this.lettresDePieces = lettresDePieces;
        this.horloge = horloge;
    }

    @Bean
    Delegue accuserReception() {
        return contexte -> {
            gestes.ecrire(
                    contexte,
                    CodesCourrier.ACCUSE_RECEPTION,
                    lettres.accuse(contexte.dossierId(), gestes.duree(contexte.dossierId(), "REPONSE_PIECES")));
            boolean agricole = demandes.demande(contexte.dossierId()).regimeAgricole();
            return Variables.aucune().avec(InstructionRsa.CAF_COMPETENTE, !agricole);
        };
    }

    @Bean
    Delegue demanderPieces(MessagesAuxPersonnes messages) {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            return demander(contexte, messages.dernier(dossier).orElse(null), Temps.PREMIER);
        };
    }

    @Bean
    Delegue relancerPieces() {
        return contexte -> {
            DossierVue dossier = dossiers.parId(contexte.dossierId());
            // The time given may be over when the reminder runs: nothing is asked any more
            if (!ilManque(dossier.id()) || !dossier.horloge().suspendue()) {
                return Variables.aucune();
            }
            lettresDePieces.rappeler(contexte.cleUnique(CodesCourrier.RAPPEL_PIECES), dossier.id());
            return Variables.aucune();
        };
    }

    @Bean
    Delegue prolongerDelai() {
        return contexte -> demander(contexte, null, Temps.PROLONGE);
    }

    /** Until somebody signs it, the decision is none and the dossier stays open (CRPA, art. L212-1). */
    @Bean
    Delegue classerSansSuite(MessagesAuxPersonnes messages) {
        return contexte -> {
            String motif = messages.dernier(contexte.dossierId()).orElse("");
            gestes.ecrire(
                    contexte, CodesCourrier.CLASSEMENT_SANS_SUITE, lettres.classement(motif, horloge.aujourdhui()));
            return Variables.aucune();
        };
    }

    @Bean
    Delegue cloreClassement() {
        return contexte -> gestes.clore(contexte, Issue.CLASSE_SANS_SUITE);
    }

    private Variables demander(ContexteEtape contexte, String message, Temps temps) {
        UUID dossier = contexte.dossierId();
        if (!ilManque(dossier)) {
            return sansCourrier(dossier, temps);
        }
        Variables variables =
                lettresDePieces.demander(contexte.cleUnique(CodesCourrier.DEMANDE_PIECES), dossier, message, temps);
        delais.suspendre(dossier, "pièces demandées à la personne", EtatDossier.ATTENTE_PERSONNE, Agent.JALON);
        return variables;
    }

    /** Nothing is missing any more: the step that waits ends at once, its timers are never reached. */
    private Variables sansCourrier(UUID dossier, Temps temps) {
        return Variables.aucune()
                .avec(InstructionRsa.DATE_RAPPEL_PIECES, GestesRsa.instant(gestes.fin(dossier, temps.rappel())))
                .avec(InstructionRsa.DATE_FIN_PIECES, GestesRsa.finDeJournee(gestes.fin(dossier, temps.fin())));
    }

    /** The pieces may have come in between the agent's choice and this step, which runs on its own. */
    private boolean ilManque(UUID dossierId) {
        return !pieces.manquantes(dossierId).isEmpty();
    }
}
