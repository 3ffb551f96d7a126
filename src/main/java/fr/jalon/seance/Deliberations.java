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
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done on one item: a member leaves it, the instance gives its opinion. Without the quorum of the item, no opinion. */
@Service
@Transactional
public class Deliberations {

    private static final int MOTIF_MAX = 2000;
    private static final int DEPORT_MAX = 500;

    private final Seances seances;
    private final TableSeances table;
    private final Instances instances;
    private final Comptes comptes;
    private final Horloge horloge;
    private final JdbcTemplate jdbc;

    Deliberations(
            Seances seances,
            TableSeances table,
            Instances instances,
            Comptes comptes,
            Horloge horloge,
            JdbcTemplate jdbc) {
        this.seances = seances;
        this.table = table;
        this.instances = instances;
        this.comptes = comptes;
        this.horloge = horloge;
        this.jdbc = jdbc;
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
        Quorum quorum = Quorum.duPoint(seance, point, instances.regle(seance.instance(), seance.jour()));
        if (!quorum.atteint()) {
            throw new SaisieInvalide(
                    "avis", "Pas de quorum sur ce dossier : " + String.join(" ; ", quorum.manques()) + ".");
        }
        verifier(seance, point, dicte, quorum);
        jdbc.update(
                "update seance_point set avis = ?, motif = ?, pour = ?, contre = ?, abstentions = ?, sieges = ?, presents = ?,"
                        + " necessaires = ?, rendu_par = ?, rendu_le = ?, version = version + 1 where id = ?",
                dicte.avis(),
                dicte.motif().strip(),
                dicte.pour(),
                dicte.contre(),
                dicte.abstentions(),
                quorum.sieges(),
                quorum.presents(),
                quorum.necessaires(),
                auteur.identifiant(),
                Timestamp.from(horloge.maintenant()),
                pointId);
        seances.tracer(seance, "Avis donné sur le dossier " + point.numeroDossier() + ".", auteur);
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

    private String nom(String identifiant) {
        return comptes.parIdentifiant(identifiant == null ? "" : identifiant)
                .map(Agent::nomComplet)
                .orElse("quelqu'un d'autre");
    }

    private static Point point(SeanceVue seance, UUID pointId) {
        return seance.point(pointId).orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour."));
    }
}
