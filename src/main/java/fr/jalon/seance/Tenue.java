package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A session while it is held: attendance, quorum, end. Without its quorum it does not open. */
@Service
@Transactional
public class Tenue {

    private final Seances seances;
    private final TableSeances table;
    private final CasPrets cas;
    private final Instances instances;
    private final DocumentsSeance documents;
    private final Horloge horloge;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher evenements;

    Tenue(
            Seances seances,
            TableSeances table,
            CasPrets cas,
            Instances instances,
            DocumentsSeance documents,
            Horloge horloge,
            JdbcTemplate jdbc,
            ApplicationEventPublisher evenements) {
        this.seances = seances;
        this.table = table;
        this.cas = cas;
        this.instances = instances;
        this.documents = documents;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.evenements = evenements;
    }

    /** Quorum of an item, with its recusals. */
    @Transactional(readOnly = true)
    public Quorum quorum(SeanceVue seance, Point point) {
        return Quorum.duPoint(seance, point, regle(seance));
    }

    /** Quorum of the whole session. */
    @Transactional(readOnly = true)
    public Quorum quorum(SeanceVue seance) {
        return Quorum.deLaSeance(seance, regle(seance));
    }

    /**
     * Notes who is there and opens the session.
     *
     * @throws SaisieInvalide on {@code presences} when the quorum is not reached; nothing is kept then
     * @throws Conflit when the session is not convened, or not before its day
     */
    public void ouvrir(UUID seanceId, Map<UUID, Presence> presences, Agent auteur) {
        SeanceVue seance = seances.modifiable(seanceId, auteur);
        if (seance.etat() != EtatSeance.CONVOQUEE) {
            throw new Conflit("Convoquez d'abord les membres.");
        }
        if (horloge.aujourdhui().isBefore(seance.jour())) {
            throw new Conflit("Cette séance n'a pas encore commencé : elle s'ouvre le jour prévu.");
        }
        noter(seance, presences);
        Quorum quorum = quorum(table.exiger(seanceId));
        if (!quorum.atteint()) {
            throw new SaisieInvalide(
                    "presences", "Le quorum n'est pas atteint : " + String.join(" ; ", quorum.manques()) + ".");
        }
        table.changerEtat(seanceId, EtatSeance.TENUE);
        seances.tracer(seance, "Séance ouverte : " + quorum.presents() + " membres présents.", auteur);
    }

    /** Somebody comes or leaves while the session is held. */
    public void noterPresences(UUID seanceId, Map<UUID, Presence> presences, Agent auteur) {
        SeanceVue seance = seances.enCours(seanceId, auteur);
        noter(seance, presences);
        seances.tracer(seance, "Présences notées.", auteur);
    }

    private void noter(SeanceVue seance, Map<UUID, Presence> presences) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        for (Membre membre : seance.membres()) {
            Presence presence = presences.getOrDefault(membre.id(), membre.presence());
            if (presence == Presence.NON_NOTEE) {
                erreurs.add(
                        new ErreurChamp("presences", "Dites si " + membre.nom() + " est présent, excusé ou absent."));
            }
            jdbc.update("update seance_membre set presence = ? where id = ?", presence.name(), membre.id());
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    /**
     * Ends the session: the minutes are written and each opinion goes to its dossier.
     *
     * @throws SaisieInvalide on {@code points} when an item has no opinion
     */
    public UUID clore(UUID seanceId, Agent auteur) {
        SeanceVue seance = seances.enCours(seanceId, auteur);
        List<String> sans = seance.points().stream()
                .filter(p -> p.avis() == null)
                .map(Point::numeroDossier)
                .toList();
        if (!sans.isEmpty()) {
            throw new SaisieInvalide("points", "Il manque l'avis sur : " + String.join(", ", sans) + ".");
        }
        UUID procesVerbal = documents.procesVerbal(seance, regle(seance), auteur);
        table.clore(seanceId, procesVerbal, auteur.identifiant(), horloge.maintenant());
        seances.tracer(seance, "Séance close, procès-verbal écrit.", auteur);
        seance.points().forEach(p -> transmettre(seance, p, auteur));
        return procesVerbal;
    }

    private void transmettre(SeanceVue seance, Point p, Agent auteur) {
        AvisPossible avis = avis(seance, p, p.avis());
        if (!avis.tranche()) {
            cas.liberer(p.casId());
            return;
        }
        cas.repondre(p.casId());
        evenements.publishEvent(new AvisRendu(
                p.dossierId(),
                seance.instance(),
                p.question(),
                avis.code(),
                avis.libelle(),
                p.motif(),
                seance.jour(),
                seance.numero(),
                auteur));
    }

    private AvisPossible avis(SeanceVue seance, Point point, String code) {
        return instances.avis(seance.instance(), point.question()).stream()
                .filter(a -> a.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("avis-instances n'a plus de ligne pour " + code));
    }

    private RegleInstance regle(SeanceVue seance) {
        return instances.regle(seance.instance(), seance.jour());
    }
}
