package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.usager.DecesDeclare;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a dossier from outside its path: withdrawal, move, duplicate, urgency, death. */
@Service
@Transactional
public class Signalements {

    private final Dossiers dossiers;
    private final Retenues retenues;
    private final DelaisLegaux delais;
    private final ApplicationEventPublisher evenements;

    Signalements(Dossiers dossiers, Retenues retenues, DelaisLegaux delais, ApplicationEventPublisher evenements) {
        this.dossiers = dossiers;
        this.retenues = retenues;
        this.delais = delais;
        this.evenements = evenements;
    }

    /**
     * Signals something about an open dossier.
     *
     * @param motif French words kept in the history
     * @throws SaisieInvalide without a reason
     * @throws Conflit when the dossier is ended, or already urgent
     */
    public void signaler(UUID dossierId, Signalement signalement, String motif, Agent auteur) {
        auteur.exiger(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE);
        String raison = Textes.ouNull(motif);
        if (raison == null || raison.length() > 500) {
            throw new SaisieInvalide("motif", "Écrivez en quelques mots ce qui s'est passé (500 caractères au plus).");
        }
        DossierVue dossier = dossiers.parId(dossierId, auteur);
        if (!signalement.depuisLeDossier()) {
            throw new SaisieInvalide("signalement", "Un décès se déclare sur la fiche de la personne.");
        }
        if (!signalement.convientA(dossier.dispositif())) {
            throw new SaisieInvalide("signalement", "Cet événement ne se signale pas sur ce dossier.");
        }
        if (dossier.clos()) {
            throw new Conflit("Ce dossier est terminé : rien ne peut plus y être signalé.");
        }
        retenues.refuserSiRetenu(dossierId);
        if (signalement == Signalement.URGENCE) {
            if (dossier.urgent()) {
                throw new Conflit("Ce dossier est déjà signalé urgent.");
            }
            delais.rendreUrgent(dossierId, raison, auteur);
        } else {
            dossiers.tracer(dossierId, signalement.name(), signalement.libelle() + ".", raison, auteur);
        }
        evenements.publishEvent(new SignalementFait(dossierId, signalement, auteur));
    }

    @EventListener
    void surDeces(DecesDeclare deces) {
        for (UUID dossierId : dossiers.ouvertsDe(deces.personneId())) {
            dossiers.tracer(
                    dossierId,
                    "DECES",
                    "Décès de la personne déclaré, au " + Horloge.enMots(deces.jour()) + ".",
                    deces.auteur());
            evenements.publishEvent(new SignalementFait(dossierId, Signalement.DECES, deces.auteur()));
        }
    }
}
