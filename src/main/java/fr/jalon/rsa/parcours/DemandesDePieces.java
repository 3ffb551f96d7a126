package fr.jalon.rsa.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.dispositif.DelaisDepuisReception;
import fr.jalon.dispositif.DelaisDepuisReception.Minuterie;
import fr.jalon.dispositif.LettresDossier.Complement;
import fr.jalon.dispositif.Variables;
import fr.jalon.dispositif.faits.SituationCorrigee;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.PieceRecue;
import fr.jalon.dossier.Pieces;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The letters that ask for pieces leave with what is missing on that day: until one is printed, each piece that comes takes it back, and it
 * is written again while the person is still waited for (CRPA, art. L114-5).
 */
@Component
class DemandesDePieces {

    /** The clocks of a request: the time given, and when a reminder is due. */
    record Temps(String fin, String rappel) {

        static final Temps PREMIER = new Temps("REPONSE_PIECES", "RAPPEL_PIECES");
        static final Temps PROLONGE = new Temps("PROLONGATION_PIECES", "RAPPEL_PROLONGATION");

        static Temps de(DossierVue dossier) {
            return dossier.prolonge() ? PROLONGE : PREMIER;
        }
    }

    private final LettresRsa lettres;
    private final GestesRsa gestes;
    private final MessagesAuxPersonnes messages;
    private final Courriers courriers;
    private final Pieces pieces;
    private final Dossiers dossiers;
    private final DelaisDepuisReception receptions;

    DemandesDePieces(
            LettresRsa lettres,
            GestesRsa gestes,
            MessagesAuxPersonnes messages,
            Courriers courriers,
            Pieces pieces,
            Dossiers dossiers,
            DelaisDepuisReception receptions) {
        this.lettres = lettres;
        this.gestes = gestes;
        this.messages = messages;
        this.courriers = courriers;
        this.pieces = pieces;
        this.dossiers = dossiers;
        this.receptions = receptions;
    }

    /** Writes the request; the reminder and the end of the delay run from its receipt, never from its writing. */
    Variables demander(String cle, UUID dossierId, String message, Temps temps) {
        CourrierVue lettre = lettres.ecrire(
                cle,
                CodesCourrier.DEMANDE_PIECES,
                dossierId,
                LettresRsa.demandePieces(gestes.duree(dossierId, temps.fin()), message));
        return receptions.poser(
                lettre,
                List.of(
                        new Minuterie(
                                InstructionRsa.RAPPEL_PIECES, InstructionRsa.DATE_RAPPEL_PIECES, temps.rappel(), false),
                        new Minuterie(
                                InstructionRsa.DELAI_PIECES_DEPASSE,
                                InstructionRsa.DATE_FIN_PIECES,
                                temps.fin(),
                                true)));
    }

    void rappeler(String cle, UUID dossierId) {
        DossierVue dossier = dossiers.parId(dossierId);
        Complement rappel = valeurs -> valeurs.texte(
                        "delai.duree", gestes.duree(dossierId, Temps.de(dossier).fin()))
                .date("delai.dateDemande", dossier.horloge().suspendueDepuis());
        lettres.ecrire(cle, CodesCourrier.RAPPEL_PIECES, dossierId, rappel);
    }

    @EventListener
    void sur(PieceRecue fait) {
        actualiser(fait.dossierId(), "une pièce est arrivée avant son départ");
    }

    @EventListener
    void sur(SituationCorrigee fait) {
        actualiser(fait.dossierId(), "la situation a été corrigée avant son départ");
    }

    private void actualiser(UUID dossierId, String motif) {
        boolean attendue = !pieces.manquantes(dossierId).isEmpty()
                && dossiers.parId(dossierId).etat() == EtatDossier.ATTENTE_PERSONNE;
        List<CourrierVue> toutes = courriers.parDossier(dossierId);
        for (CourrierVue lettre : toutes) {
            if (!lettre.etat().enAttente() || !demande(lettre)) {
                continue;
            }
            courriers.retirer(lettre.id(), motif, Agent.JALON);
            if (attendue) {
                ecrireDeNouveau(lettre, toutes);
            }
        }
    }

    /** The same request with what is missing today, and the words that the agent had added. */
    private void ecrireDeNouveau(CourrierVue lettre, List<CourrierVue> toutes) {
        UUID dossierId = lettre.dossierId();
        String cle = "actualisee:" + lettre.id();
        if (CodesCourrier.RAPPEL_PIECES.equals(lettre.modele())) {
            rappeler(cle, dossierId);
            return;
        }
        Instant depuis = toutes.stream()
                .filter(c -> !c.id().equals(lettre.id()) && c.etat() != EtatCourrier.ANNULE)
                .map(CourrierVue::creeLe)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        // The timers wait for the sending of this letter, as they did for the former one
        demander(cle, dossierId, messages.depuis(dossierId, depuis).orElse(null), Temps.de(dossiers.parId(dossierId)));
    }

    private static boolean demande(CourrierVue lettre) {
        return CodesCourrier.DEMANDE_PIECES.equals(lettre.modele())
                || CodesCourrier.RAPPEL_PIECES.equals(lettre.modele());
    }
}
