package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.seance.DemandeAuJury;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.Quorum;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.seance.Tenue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each one reads of the sessions that vote: the secretary all of them, a member its own, without the items that it left. */
@Service
@Transactional
public class Bureau {

    private final Seances seances;
    private final Fiches fiches;
    private final Tenue tenue;
    private final Places places;

    Bureau(Seances seances, Fiches fiches, Tenue tenue, Places places) {
        this.seances = seances;
        this.fiches = fiches;
        this.tenue = tenue;
        this.places = places;
    }

    /** The sessions that vote and are a place of the caller, the latest first. */
    @Transactional(readOnly = true)
    public List<SeanceVue> seances(Agent agent) {
        Stream<SeanceVue> toutes =
                Places.secretaire(agent) ? seances.lister(agent).stream() : fiches.seancesDe(agent).stream();
        return toutes.filter(s -> places.regle(s).auScrutin()).toList();
    }

    /** @throws fr.jalon.commun.Introuvable for anybody who has no place there */
    @Transactional(readOnly = true)
    public SeanceVue seance(UUID id, Agent agent) {
        return places.exiger(seances.lire(id), agent);
    }

    /** Whether the instance of a session votes by ballot. */
    @Transactional(readOnly = true)
    public boolean auScrutin(SeanceVue seance) {
        return places.regle(seance).auScrutin();
    }

    /** How many proxies a member may carry in a session, by its rules. */
    @Transactional(readOnly = true)
    public int pouvoirs(SeanceVue seance) {
        return places.regle(seance).pouvoirs();
    }

    /** The items that the caller may know of: a recused member does not even see that they are there. */
    @Transactional(readOnly = true)
    public List<Point> points(SeanceVue seance, Agent agent) {
        Optional<Membre> siege = places.siegeDe(seance, agent);
        return seance.points().stream()
                .filter(p -> siege.filter(m -> p.deporte(m.id())).isEmpty())
                .toList();
    }

    /** @throws fr.jalon.commun.Introuvable when it is not on the agenda, or the caller left it */
    @Transactional(readOnly = true)
    public Point point(SeanceVue seance, UUID pointId, Agent agent) {
        return places.exigerPoint(seance, pointId, agent);
    }

    /** The items that a member left: all that it still knows of them. */
    @Transactional(readOnly = true)
    public List<Point> sorties(SeanceVue seance, Agent agent) {
        return places.siegeDe(seance, agent)
                .map(m ->
                        seance.points().stream().filter(p -> p.deporte(m.id())).toList())
                .orElse(List.of());
    }

    /** The caller's seat, once convened. */
    @Transactional(readOnly = true)
    public Optional<Membre> siege(SeanceVue seance, Agent agent) {
        return places.siegeDe(seance, agent);
    }

    /** Whether the caller may open and close the votes of a session. */
    @Transactional(readOnly = true)
    public boolean conduit(SeanceVue seance, Agent agent) {
        return places.conduit(seance, agent);
    }

    /** @param point null for the whole session */
    @Transactional(readOnly = true)
    public Optional<Membre> president(SeanceVue seance, Point point) {
        return places.president(seance, point);
    }

    @Transactional(readOnly = true)
    public Quorum quorum(SeanceVue seance, Point point) {
        return tenue.quorum(seance, point);
    }

    @Transactional(readOnly = true)
    public List<Membre> votants(SeanceVue seance, Point point) {
        return tenue.votants(seance, point);
    }

    /** What an item asks for, without any name; empty when it asks for no money. */
    @Transactional(readOnly = true)
    public Optional<DemandeAuJury> demande(Point point) {
        return fiches.demande(point);
    }

    /** The question of an item, without any name. */
    @Transactional(readOnly = true)
    public String question(Point point) {
        return fiches.question(point.question(), point.dossierId());
    }

    /** The sheet of an item as the caller may read it; leaves a trace. */
    public FicheCas fiche(SeanceVue seance, Point point, Agent agent) {
        places.exigerPoint(places.exiger(seance, agent), point.id(), agent);
        return places.siegeDe(seance, agent).isPresent()
                ? fiches.pourMembre(seance.id(), point.id(), agent)
                : fiches.duPoint(seance.id(), point, agent);
    }
}
