package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.seance.Membre;
import fr.jalon.seance.MembresSeance;
import fr.jalon.seance.Pouvoir;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The proxies of a session: given in writing by a titular who will not be there, noted by itself or by the secretary, each an act of the
 * register. On an item that the holder left, the seat does not vote.
 */
@Service
@Transactional
public class Pouvoirs {

    private final Seances seances;
    private final MembresSeance membres;
    private final Places places;
    private final ActesDeSeance actes;
    private final Horloge horloge;

    Pouvoirs(Seances seances, MembresSeance membres, Places places, ActesDeSeance actes, Horloge horloge) {
        this.seances = seances;
        this.membres = membres;
        this.places = places;
        this.actes = actes;
        this.horloge = horloge;
    }

    /**
     * A titular gives its proxy.
     *
     * @param ecrit which writing gives it, printed in the minutes
     * @throws fr.jalon.commun.SaisieInvalide on {@code mandant}, {@code mandataire} or {@code ecrit}
     * @throws fr.jalon.commun.Conflit when the rules have no proxies, or the session is over
     * @throws Interdit for another member's seat
     */
    public void donner(UUID seanceId, UUID mandant, UUID mandataire, String ecrit, Agent auteur) {
        exigerLeSien(seances.prendre(seanceId), mandant, auteur);
        Membre donne = membres.donnerPouvoir(
                seanceId,
                mandant,
                new Pouvoir(
                        mandataire == null ? new UUID(0, 0) : mandataire,
                        ecrit,
                        auteur.identifiant(),
                        horloge.maintenant()),
                auteur);
        actes.pouvoir(seances.lire(seanceId), donne, auteur);
    }

    /** Takes a proxy back. */
    public void reprendre(UUID seanceId, UUID mandant, Agent auteur) {
        exigerLeSien(seances.prendre(seanceId), mandant, auteur);
        membres.reprendrePouvoir(seanceId, mandant, auteur);
        SeanceVue apres = seances.lire(seanceId);
        actes.pouvoir(apres, apres.membre(mandant).orElseThrow(), auteur);
    }

    private void exigerLeSien(SeanceVue seance, UUID mandant, Agent auteur) {
        places.exiger(seance, auteur);
        boolean leSien = places.siegeDe(seance, auteur)
                .filter(m -> m.id().equals(mandant))
                .isPresent();
        if (!leSien && !Places.secretaire(auteur)) {
            throw new Interdit("Un pouvoir se donne par le membre lui-même, ou se note par le secrétariat.");
        }
    }
}
