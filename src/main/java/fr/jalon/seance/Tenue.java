package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher evenements;

    Tenue(
            Seances seances,
            TableSeances table,
            CasPrets cas,
            Instances instances,
            DocumentsSeance documents,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.seances = seances;
        this.table = table;
        this.cas = cas;
        this.instances = instances;
        this.documents = documents;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** Quorum of an item, with its recusals. */
    @Transactional(readOnly = true)
    public Quorum quorum(SeanceVue seance, Point point) {
        return Quorum.duPoint(seance, point, regle(seance));
    }

    /** Who may vote on an item: one for each seat, present or represented, and not recused. */
    @Transactional(readOnly = true)
    public List<Membre> votants(SeanceVue seance, Point point) {
        return Quorum.votants(seance, point, regle(seance));
    }

    /** Quorum of the whole session. */
    @Transactional(readOnly = true)
    public Quorum quorum(SeanceVue seance) {
        return Quorum.deLaSeance(seance, regle(seance));
    }

    /**
     * Notes who is there and opens the session.
     *
     * @param heure real hour of the planned day, null for now
     * @throws SaisieInvalide on {@code presences} when the quorum is not reached, on {@code heure}; nothing is kept then
     * @throws Conflit when the session is not convened, or not before its day
     */
    public void ouvrir(UUID seanceId, Map<UUID, Presence> presences, LocalTime heure, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        seance.ouvrir(presences, heure, horloge.maintenant(), regle(seance.vue()));
        table.enregistrer(seance);
        SeanceVue vue = seance.vue();
        seances.tracer(
                vue,
                "Séance ouverte : " + Textes.combien(quorum(vue).presents(), "membre présent", "membres présents")
                        + ".",
                auteur);
    }

    /** Somebody comes or leaves while the session is held. */
    public void noterPresences(UUID seanceId, Map<UUID, Presence> presences, LocalTime heure, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        seance.noterPresences(presences, heure, horloge.maintenant());
        table.enregistrer(seance);
        seances.tracer(seance.vue(), "Présences notées.", auteur);
    }

    /**
     * Ends the session: the minutes are written, each opinion goes to its dossier, each postponed case to a later session.
     *
     * @param heure real hour of the session's day, null for now
     * @throws SaisieInvalide on {@code points} when an item is neither answered nor postponed, on {@code heure}
     */
    public UUID clore(UUID seanceId, LocalTime heure, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        List<Point> points = seance.clore(heure, horloge.maintenant(), auteur.identifiant());
        UUID procesVerbal = documents.procesVerbal(seance.vue(), regle(seance.vue()), auteur);
        seance.noterProcesVerbal(procesVerbal);
        table.enregistrer(seance);
        SeanceVue vue = seance.vue();
        seances.tracer(vue, "Séance close, procès-verbal écrit.", auteur);
        if (!regle(vue).auScrutin()) {
            points.stream().filter(p -> p.etat() == EtatPoint.RENDU).forEach(p -> transmettre(vue, p, auteur));
        }
        points.stream().filter(p -> p.etat() == EtatPoint.REPORTE).forEach(p -> renvoyer(p, auteur));
        return procesVerbal;
    }

    /**
     * The minutes of an instance that votes by ballot are signed, and written once more with their signature. Its decisions then leave one
     * by one, by {@link #transmettre(UUID, UUID, Agent)}. The caller has checked who may.
     *
     * @throws Conflit before the session is closed, or when they are signed already
     */
    public void signer(UUID seanceId, SignatureDuProcesVerbal signature, Agent auteur) {
        Seance seance = table.pourEcrire(seanceId);
        seance.signer(signature);
        seance.noterProcesVerbal(documents.procesVerbal(seance.vue(), regle(seance.vue()), auteur));
        table.enregistrer(seance);
        seances.tracer(seance.vue(), "Procès-verbal signé.", auteur);
    }

    /** Sends the decision of one item of a signed session to its dossier; a repeat changes nothing. */
    public void transmettre(UUID seanceId, UUID pointId, Agent auteur) {
        SeanceVue seance = table.pourEcrire(seanceId).vue();
        Point point = seance.point(pointId).orElseThrow(TableSeances::introuvable);
        if (seance.etat() == EtatSeance.SIGNEE && point.etat() == EtatPoint.RENDU && cas.attend(point.casId())) {
            transmettre(seance, point, auteur);
        }
    }

    /** Whether the decision of an item has gone to its dossier. */
    @Transactional(readOnly = true)
    public boolean transmis(Point point) {
        return point.etat() == EtatPoint.RENDU && !cas.attend(point.casId());
    }

    /** A postponed case goes to the session that was chosen when that one still takes it, else it waits for the next. */
    private void renvoyer(Point p, Agent auteur) {
        cas.liberer(p.casId());
        if (p.vers() == null) {
            return;
        }
        Seance suite = seances.pourEcrire(p.vers(), auteur);
        if (suite.etat().modifiable()) {
            cas.ouvert(p.casId()).filter(c -> cas.retenir(c.id(), suite.vue())).ifPresent(c -> {
                suite.inscrire(c);
                table.enregistrer(suite);
            });
        }
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
                p.montant(),
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
