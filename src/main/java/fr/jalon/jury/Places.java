package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Instances;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Mouvement;
import fr.jalon.seance.Point;
import fr.jalon.seance.RegleInstance;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Tenue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who has which place in a session that votes: the secretary, who presides, the members. For anybody else it does not exist. */
@Component
class Places {

    private final Instances instances;
    private final Tenue tenue;

    Places(Instances instances, Tenue tenue) {
        this.instances = instances;
        this.tenue = tenue;
    }

    /** @throws Introuvable when the instance of this session does not vote by ballot, or is no place of the caller */
    SeanceVue exiger(SeanceVue seance, Agent agent) {
        if (!regle(seance).auScrutin()
                || (!secretaire(agent) && siegeDe(seance, agent).isEmpty())) {
            throw new Introuvable("Cette séance n'existe pas.");
        }
        return seance;
    }

    static boolean secretaire(Agent agent) {
        return agent.a(Role.RESPONSABLE_DISPOSITIFS);
    }

    /** The seat of an account, once the members are convened. */
    Optional<Membre> siegeDe(SeanceVue seance, Agent agent) {
        return seance.etat() == EtatSeance.EN_PREPARATION || seance.etat() == EtatSeance.ANNULEE
                ? Optional.empty()
                : seance.membre(agent.identifiant());
    }

    /** @throws Interdit for who is not a member */
    Membre exigerSiege(SeanceVue seance, Agent agent) {
        return siegeDe(seance, agent).orElseThrow(() -> new Interdit("Seul un membre de la séance peut le faire."));
    }

    /** @throws Introuvable when the item is not on the agenda, or this member left it */
    Point exigerPoint(SeanceVue seance, UUID pointId, Agent agent) {
        return seance.point(pointId)
                .filter(p ->
                        siegeDe(seance, agent).filter(m -> p.deporte(m.id())).isEmpty())
                .orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour, ou vous en êtes sorti."));
    }

    /**
     * The secretary, or who presides.
     *
     * @param point null for the whole session
     * @throws Interdit for another member
     */
    void exigerConduite(SeanceVue seance, Point point, Agent agent) {
        exiger(seance, agent);
        boolean preside = president(seance, point)
                .filter(m -> agent.identifiant().equals(m.identifiant()))
                .isPresent();
        if (!secretaire(agent) && !preside) {
            throw new Interdit("Seule la personne qui préside, ou le secrétariat, peut le faire.");
        }
    }

    boolean conduit(SeanceVue seance, Agent agent) {
        return secretaire(agent)
                || president(seance, null)
                        .filter(m -> agent.identifiant().equals(m.identifiant()))
                        .isPresent();
    }

    /**
     * Who presides: the lowest rank of {@code composition-instances} among who may vote.
     *
     * @param point null for the whole session
     */
    Optional<Membre> president(SeanceVue seance, Point point) {
        if (point != null) {
            return premier(
                    seance,
                    tenue.votants(seance, point).stream()
                            .filter(Membre::present)
                            .toList());
        }
        Optional<Membre> present = premier(
                seance,
                seance.membres().stream()
                        .filter(m -> seance.ouverteLe() == null ? m.titulaire() : m.present())
                        .toList());
        return present.isPresent() || !seance.etat().achevee() ? present : premier(seance, partis(seance));
    }

    /** A session that is over was presided, even when all who could had left at its end. */
    private static List<Membre> partis(SeanceVue seance) {
        return seance.membres().stream()
                .filter(m -> seance.mouvements().stream()
                        .anyMatch(v -> v.membreId().equals(m.id()) && v.sens() == Mouvement.Sens.DEPART))
                .toList();
    }

    private Optional<Membre> premier(SeanceVue seance, List<Membre> possibles) {
        RegleInstance regle = regle(seance);
        return possibles.stream()
                .filter(m -> rang(regle, m) > 0)
                .min(Comparator.comparingInt((Membre m) -> rang(regle, m)).thenComparing(Membre::nom));
    }

    private static int rang(RegleInstance regle, Membre membre) {
        return regle.qualite(membre.qualite())
                .map(RegleInstance.Qualite::rangPresidence)
                .orElse(0);
    }

    RegleInstance regle(SeanceVue seance) {
        return instances.regle(seance.instance(), seance.jour());
    }

    /** @throws Conflit unless the session is being held */
    static void exigerTenue(SeanceVue seance) {
        if (seance.etat() != EtatSeance.TENUE) {
            throw new Conflit("La séance n'est pas en cours : "
                    + seance.etat().libelle().toLowerCase(java.util.Locale.FRENCH) + ".");
        }
    }
}
