package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reads what of the cases. A member reads the sheets of its own sessions, without what it need not know, once it has
 * said that nothing ties it to the person; a recused member reads nothing of the item (attentes, N4).
 */
@Service
@Transactional
public class Fiches {

    private final TableSeances table;
    private final Seances seances;
    private final Sujets sujets;
    private final ApplicationEventPublisher evenements;

    Fiches(TableSeances table, Seances seances, Sujets sujets, ApplicationEventPublisher evenements) {
        this.table = table;
        this.seances = seances;
        this.sujets = sujets;
        this.evenements = evenements;
    }

    /** The sessions where an account sits, once convened; the latest first. */
    @Transactional(readOnly = true)
    public List<SeanceVue> seancesDe(Agent membre) {
        return table.duMembre(membre.identifiant()).stream()
                .filter(s -> s.etat() != EtatSeance.EN_PREPARATION && s.etat() != EtatSeance.ANNULEE)
                .toList();
    }

    /**
     * A session for one of its members.
     *
     * @throws Introuvable for anybody else
     */
    @Transactional(readOnly = true)
    public SeanceVue seanceDe(UUID seanceId, Agent membre) {
        return seancesDe(membre).stream()
                .filter(s -> s.id().equals(seanceId))
                .findFirst()
                .orElseThrow(TableSeances::introuvable);
    }

    /** Whether a member is known to be tied to the person of an item: its référent. */
    @Transactional(readOnly = true)
    public boolean lieConnu(Point point, Membre membre) {
        return membre.identifiant() != null
                && membre.identifiant()
                        .equals(sujets.fiche(point.question(), point.dossierId())
                                .referent());
    }

    /** The money that an item asks for; empty when it asks for none. */
    @Transactional(readOnly = true)
    public Optional<DemandeAuJury> demande(Point point) {
        return sujets.demande(point.question(), point.dossierId());
    }

    /** The sheet of an item with its names, for a module that has checked who may; nobody has read it. */
    @Transactional(readOnly = true)
    public FicheCas pourLaPresidence(Point point) {
        return sujets.fiche(point.question(), point.dossierId());
    }

    /** The supporting documents of an item, for a module that has checked who may. */
    @Transactional(readOnly = true)
    public List<PieceDuCas> pieces(Point point) {
        return sujets.pieces(point.question(), point.dossierId());
    }

    /** Whom an item is about, for a module that has checked who may. */
    @Transactional(readOnly = true)
    public Optional<PersonneConcernee> concerne(Point point) {
        return sujets.concerne(point.question(), point.dossierId());
    }

    /** The question of an item in words; no word about the person. */
    @Transactional(readOnly = true)
    public String question(String question, UUID dossierId) {
        return sujets.fiche(question, dossierId).question();
    }

    /** The sheet of a ready case, for who organises its session. */
    @Transactional(readOnly = true)
    public FicheCas apercu(CasPret cas) {
        return sujets.fiche(cas.question(), cas.dossierId());
    }

    /** A sheet for a member; leaves a trace. */
    public FicheCas pourMembre(UUID seanceId, UUID pointId, Agent lecteur) {
        SeanceVue seance = seanceDe(seanceId, lecteur);
        if (seance.etat().achevee()) {
            throw new Conflit("Cette séance est close : les fiches ne sont plus montrées aux membres.");
        }
        Point point =
                seance.point(pointId).orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour."));
        Membre membre = seance.membre(lecteur.identifiant()).orElseThrow(TableSeances::introuvable);
        if (point.deporte(membre.id())) {
            throw new Conflit("Vous vous êtes déporté de ce dossier : sa fiche ne vous est plus montrée.");
        }
        FicheCas fiche = lire(seance, point, lecteur);
        return seance.anonyme() ? new FicheCas(fiche.question(), null, null, fiche.faits()) : fiche;
    }

    /** The items whose sheet the organiser may read: one who also sits and left an item has no sheet of it. */
    @Transactional(readOnly = true)
    public List<Point> lisibles(UUID seanceId, Agent lecteur) {
        SeanceVue seance = seances.seance(seanceId, lecteur);
        Optional<Membre> siege = seance.membre(lecteur.identifiant());
        return seance.points().stream()
                .filter(p -> siege.map(Membre::id).filter(p::deporte).isEmpty())
                .toList();
    }

    /** The sheets of these items, in their order, for who organises the session; leaves a trace of each. */
    public List<FicheCas> deLaSeance(UUID seanceId, Agent lecteur) {
        SeanceVue seance = seances.seance(seanceId, lecteur);
        return lisibles(seanceId, lecteur).stream()
                .map(p -> lire(seance, p, lecteur))
                .toList();
    }

    /** A sheet with its names, for who organises the session; leaves a trace. */
    public FicheCas duPoint(UUID seanceId, Point point, Agent lecteur) {
        return lire(seances.seance(seanceId, lecteur), point, lecteur);
    }

    private FicheCas lire(SeanceVue seance, Point point, Agent lecteur) {
        evenements.publishEvent(new FicheLue(point.numeroDossier(), seance.antenne(), seance.numero(), lecteur));
        return sujets.fiche(point.question(), point.dossierId());
    }
}
