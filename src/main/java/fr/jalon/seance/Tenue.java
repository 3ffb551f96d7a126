package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done in a session: attendance, recusals, opinions, end. Without its quorum nothing is deliberated. */
@Service
@Transactional
public class Tenue {

    private static final int MOTIF_MAX = 2000;
    private static final int DEPORT_MAX = 500;

    private final Seances seances;
    private final TableSeances table;
    private final CasPrets cas;
    private final Instances instances;
    private final DocumentsSeance documents;
    private final Comptes comptes;
    private final Horloge horloge;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher evenements;

    Tenue(
            Seances seances,
            TableSeances table,
            CasPrets cas,
            Instances instances,
            DocumentsSeance documents,
            Comptes comptes,
            Horloge horloge,
            JdbcTemplate jdbc,
            ApplicationEventPublisher evenements) {
        this.seances = seances;
        this.table = table;
        this.cas = cas;
        this.instances = instances;
        this.documents = documents;
        this.comptes = comptes;
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
     * A member leaves an item, declared by itself or noted by who holds the session.
     *
     * @throws SaisieInvalide on {@code membre} or {@code motif}
     */
    public void deporter(UUID seanceId, UUID pointId, UUID membreId, String motif, Agent auteur) {
        SeanceVue seance = table.pourEcrire(seanceId);
        boolean luiMeme = seance.membre(auteur.identifiant())
                .filter(m -> m.id().equals(membreId))
                .isPresent();
        if (!luiMeme) {
            seances.seance(seanceId, auteur);
        }
        if (!seance.etat().modifiable() && seance.etat() != EtatSeance.TENUE) {
            throw new Conflit("Cette séance est terminée : un déport ne s'y note plus.");
        }
        Point point = point(seance, pointId);
        Membre membre = seance.membre(membreId)
                .orElseThrow(() -> new SaisieInvalide("membre", "Choisissez le membre qui se déporte."));
        String raison = Textes.ouNull(motif);
        if (raison == null || raison.length() > DEPORT_MAX) {
            throw new SaisieInvalide("motifDeport", "Écrivez pourquoi, en " + DEPORT_MAX + " caractères au plus.");
        }
        if (point.avis() != null) {
            throw new Conflit("L'avis sur ce dossier est déjà donné : le déport vient trop tard.");
        }
        if (point.deporte(membreId)) {
            throw new Conflit(membre.nom() + " s'est déjà déporté de ce dossier.");
        }
        jdbc.update(
                "insert into seance_deport (point_id, membre_id, motif, declare_par, declare_le) values (?, ?, ?, ?, ?)",
                pointId,
                membreId,
                raison,
                auteur.identifiant(),
                Timestamp.from(horloge.maintenant()));
        seances.tracer(seance, "Déport de " + membre.nom() + " sur le dossier " + point.numeroDossier() + ".", auteur);
    }

    /**
     * Writes the opinion on an item; it may be corrected until the session ends.
     *
     * @throws SaisieInvalide on {@code avis}, {@code motif} or {@code votes}
     * @throws Conflit without the quorum, or when somebody else has just written it
     */
    public void rendreAvis(UUID seanceId, UUID pointId, AvisDicte dicte, Agent auteur) {
        SeanceVue seance = seances.enCours(seanceId, auteur);
        Point point = point(seance, pointId);
        if (dicte.version() != point.version()) {
            throw new Conflit("Pendant que vous écriviez, " + nom(point.renduPar()) + " a donné l'avis sur "
                    + point.numeroDossier() + ". Rechargez la page pour le lire.");
        }
        Quorum quorum = quorum(seance, point);
        if (!quorum.atteint()) {
            throw new SaisieInvalide(
                    "avis", "Pas de quorum sur ce dossier : " + String.join(" ; ", quorum.manques()) + ".");
        }
        verifier(seance, point, dicte, quorum);
        jdbc.update(
                "update seance_point set avis = ?, motif = ?, pour = ?, contre = ?, abstentions = ?, rendu_par = ?,"
                        + " rendu_le = ?, version = version + 1 where id = ?",
                dicte.avis(),
                dicte.motif().strip(),
                dicte.pour(),
                dicte.contre(),
                dicte.abstentions(),
                auteur.identifiant(),
                Timestamp.from(horloge.maintenant()),
                pointId);
        seances.tracer(seance, "Avis donné sur le dossier " + point.numeroDossier() + ".", auteur);
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

    private void verifier(SeanceVue seance, Point point, AvisDicte dicte, Quorum quorum) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (instances.avis(seance.instance(), point.question()).stream()
                .noneMatch(a -> a.code().equals(dicte.avis()))) {
            erreurs.add(new ErreurChamp("avis", "Choisissez l'avis de l'instance."));
        }
        String motif = Textes.ouNull(dicte.motif());
        if (motif == null || motif.length() > MOTIF_MAX) {
            erreurs.add(new ErreurChamp(
                    "motif", "Un avis se motive : écrivez pourquoi, en " + MOTIF_MAX + " caractères au plus."));
        }
        if (dicte.negatif() || dicte.voix() > quorum.presents()) {
            erreurs.add(new ErreurChamp(
                    "votes", "Ce dossier compte " + quorum.presents() + " votants : vérifiez les voix."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
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

    private String nom(String identifiant) {
        return comptes.parIdentifiant(identifiant == null ? "" : identifiant)
                .map(Agent::nomComplet)
                .orElse("quelqu'un d'autre");
    }

    private static Point point(SeanceVue seance, UUID pointId) {
        return seance.point(pointId).orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour."));
    }
}
