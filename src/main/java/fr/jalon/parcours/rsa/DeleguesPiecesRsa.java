package fr.jalon.parcours.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.dossier.DelaisLegaux;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Pieces;
import fr.jalon.parcours.Delegue;
import fr.jalon.parcours.Variables;
import fr.jalon.rsa.DemandesRsa;
import java.time.LocalDate;
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
    private final Horloge horloge;

    DeleguesPiecesRsa(
            GestesRsa gestes,
            LettresRsa lettres,
            Dossiers dossiers,
            DelaisLegaux delais,
            DemandesRsa demandes,
            Pieces pieces,
            Horloge horloge) {
        this.gestes = gestes;
        this.lettres = lettres;
        this.dossiers = dossiers;
        this.delais = delais;
        this.demandes = demandes;
        this.pieces = pieces;
        this.horloge = horloge;
    }

    @Bean
    Delegue accuserReception() {
        return contexte -> {
            gestes.ecrire(
                    contexte,
                    CodesCourrier.ACCUSE_RECEPTION,
                    valeurs -> valeurs.date("delai.dateLimite", gestes.fin(contexte.dossierId(), "REPONSE_PIECES")));
            boolean agricole = demandes.demande(contexte.dossierId()).regimeAgricole();
            return Variables.aucune().avec(InstructionRsa.CAF_COMPETENTE, !agricole);
        };
    }

    @Bean
    Delegue demanderPieces(MessagesAuxPersonnes messages) {
        return contexte -> {
            UUID dossier = contexte.dossierId();
            LocalDate fin = gestes.fin(dossier, "REPONSE_PIECES");
            if (ilManque(dossier)) {
                String message = messages.dernier(dossier).orElse(null);
                gestes.ecrire(contexte, CodesCourrier.DEMANDE_PIECES, LettresRsa.demandePieces(fin, message));
                delais.suspendre(dossier, "pièces demandées à la personne", EtatDossier.ATTENTE_PERSONNE, Agent.JALON);
            }
            return Variables.aucune()
                    .avec(InstructionRsa.DATE_RAPPEL_PIECES, GestesRsa.instant(gestes.fin(dossier, "RAPPEL_PIECES")))
                    .avec(InstructionRsa.DATE_FIN_PIECES, GestesRsa.finDeJournee(fin));
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
            gestes.ecrire(
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
            LocalDate fin = gestes.fin(dossier, "PROLONGATION_PIECES");
            if (ilManque(dossier)) {
                gestes.ecrire(contexte, CodesCourrier.DEMANDE_PIECES, LettresRsa.demandePieces(fin, null));
            }
            return Variables.aucune()
                    .avec(InstructionRsa.DATE_RAPPEL_PIECES, GestesRsa.instant(fin.minusDays(3)))
                    .avec(InstructionRsa.DATE_FIN_PIECES, GestesRsa.finDeJournee(fin));
        };
    }

    @Bean
    Delegue classerSansSuite(MessagesAuxPersonnes messages) {
        return contexte -> {
            String motif = messages.dernier(contexte.dossierId()).orElse("");
            gestes.ecrire(
                    contexte, CodesCourrier.CLASSEMENT_SANS_SUITE, lettres.classement(motif, horloge.aujourdhui()));
            return gestes.clore(contexte, Issue.CLASSE_SANS_SUITE);
        };
    }

    /** The pieces may have come in between the agent's choice and this step, which runs on its own. */
    private boolean ilManque(UUID dossierId) {
        return !pieces.manquantes(dossierId).isEmpty();
    }
}
