package fr.jalon.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.corbeille.TableLots.AFaire;
import fr.jalon.corbeille.TableLots.EnCours;
import fr.jalon.moteur.Taches;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One row of a lot: the act and what became of it are written in one transaction, so that a row is never done twice nor done without being
 * noted. Every refusal of the act done alone is a refusal here, with the same words.
 */
@Component
class GesteSurUneTache {

    private static final Logger LOG = LoggerFactory.getLogger(GesteSurUneTache.class);
    private static final int RAISON_MAX = 500;
    private static final String RETOUR = "Annulation d'un travail groupé";

    private final TableLots table;
    private final Taches taches;
    private final Comptes comptes;
    private final Reprise reprise;
    private final Horloge horloge;

    GesteSurUneTache(TableLots table, Taches taches, Comptes comptes, Reprise reprise, Horloge horloge) {
        this.table = table;
        this.taches = taches;
        this.comptes = comptes;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    void accomplir(EnCours lot, AFaire ligne) {
        try {
            Agent auteur = comptes.actif(lot.auteur())
                    .orElseThrow(() -> new Conflit("Le compte qui l'a demandé n'est plus actif."));
            reprise.enTransaction(() -> essayer(lot, ligne, auteur));
        } catch (Conflit | Interdit | Introuvable refus) {
            refuser(lot, ligne, refus.getMessage());
        } catch (SaisieInvalide refus) {
            refuser(lot, ligne, refus.erreurs().get(0).message());
        } catch (RuntimeException panne) {
            // When the database itself is gone this fails too, and the row waits for another turn.
            refuser(lot, ligne, "Une panne l'a empêché. Recommencez pour cette tâche.");
            LOG.error("La ligne {} du lot {} a échoué", ligne.rang(), lot.id(), panne);
        }
    }

    private void essayer(EnCours lot, AFaire ligne, Agent auteur) {
        boolean retour = lot.geste() == Geste.ANNULER;
        String avant = retour ? ligne.avant() : table.detenteur(ligne.tacheId());
        String apres = retour ? ligne.apres() : detenteurApres(lot, auteur);
        if (!table.reclamer(lot.id(), ligne, avant, apres, horloge.maintenant())) {
            return;
        }
        switch (lot.geste()) {
            case PRENDRE -> taches.prendre(ligne.tacheId(), auteur);
            case CONFIER -> taches.reaffecter(ligne.tacheId(), lot.destinataire(), lot.motif(), auteur);
            case REMETTRE -> taches.deposer(ligne.tacheId(), lot.motif(), auteur);
            case ANNULER -> remettreCommeAvant(ligne, auteur);
        }
    }

    private static String detenteurApres(EnCours lot, Agent auteur) {
        return switch (lot.geste()) {
            case PRENDRE -> auteur.identifiant();
            case CONFIER -> lot.destinataire();
            case REMETTRE, ANNULER -> null;
        };
    }

    private void remettreCommeAvant(AFaire ligne, Agent auteur) {
        String present = taches.tache(ligne.tacheId(), auteur).assigne();
        if (!Objects.equals(present, ligne.apres())) {
            throw new Conflit(
                    present == null
                            ? "Cette tâche a bougé depuis : elle est à prendre."
                            : "Cette tâche a bougé depuis : elle est à " + comptes.nom(present) + ".");
        }
        if (ligne.avant() == null) {
            taches.deposer(ligne.tacheId(), RETOUR, auteur);
        } else if (present == null && ligne.avant().equals(auteur.identifiant())) {
            taches.prendre(ligne.tacheId(), auteur);
        } else {
            taches.reaffecter(ligne.tacheId(), ligne.avant(), RETOUR, auteur);
        }
    }

    private void refuser(EnCours lot, AFaire ligne, String raison) {
        reprise.enTransaction(
                () -> table.refuser(lot.id(), ligne, Textes.couper(raison, RAISON_MAX), horloge.maintenant()));
    }
}
