package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ties that Jalon shows, and what became of each: the member left, said why it stays, or said nothing. All of it is in the minutes. */
@Service
@Transactional
public class LiensSignales {

    private static final int RAISON_MAX = 300;

    private final JdbcTemplate jdbc;
    private final Seances seances;
    private final Places places;
    private final LiensDetectes detectes;
    private final Horloge horloge;

    LiensSignales(JdbcTemplate jdbc, Seances seances, Places places, LiensDetectes detectes, Horloge horloge) {
        this.jdbc = jdbc;
        this.seances = seances;
        this.places = places;
        this.detectes = detectes;
        this.horloge = horloge;
    }

    /**
     * A tie and what became of it.
     *
     * @param raison why the member stays; null when it left or has not said
     */
    public record Suite(Rapprochement lien, boolean sorti, String raison) {}

    /** Why members stay although a tie was shown to them, by seat. */
    @Transactional(readOnly = true)
    public Map<UUID, String> raisons(UUID pointId) {
        Map<UUID, String> raisons = new HashMap<>();
        jdbc.query(
                "select membre_id, raison from jury_lien_ecarte where point_id = ?",
                rs -> {
                    raisons.put(rs.getObject(1, UUID.class), rs.getString(2));
                },
                pointId);
        return raisons;
    }

    /** The ties of an item, those by a name included: for who conducts alone. */
    @Transactional(readOnly = true)
    public List<Suite> duPoint(SeanceVue seance, Point point, Agent agent) {
        places.exigerConduite(seance, null, agent);
        places.exigerPoint(seance, point.id(), agent);
        Map<UUID, String> raisons = raisons(point.id());
        return detectes.rapprochements(seance, point).stream()
                .map(r -> new Suite(r, point.deporte(r.membreId()), raisons.get(r.membreId())))
                .toList();
    }

    /**
     * The caller says why a tie that was shown to it does not count.
     *
     * @throws SaisieInvalide on {@code raisonLien}
     * @throws Conflit when no tie was shown, or once the minutes are signed
     */
    public void ecarter(UUID seanceId, UUID pointId, String raison, Agent auteur) {
        SeanceVue seance = places.exiger(seances.prendre(seanceId), auteur);
        Membre membre = places.exigerSiege(seance, auteur);
        Point point = places.exigerPoint(seance, pointId, auteur);
        if (seance.etat().finie()) {
            throw new Conflit("La séance est finie : ce qui y fut dit des liens ne change plus.");
        }
        if (detectes.rapprochements(seance, point).stream()
                .noneMatch(r -> !r.pourLaPresidence() && membre.id().equals(r.membreId()))) {
            throw new Conflit("Aucun lien ne vous est signalé sur ce dossier.");
        }
        String dite = Textes.ouNull(raison);
        if (dite == null || Textes.longueur(dite) > RAISON_MAX || !Textes.lisible(dite)) {
            throw new SaisieInvalide(
                    "raisonLien",
                    "Dites pourquoi ce lien ne compte pas, en " + RAISON_MAX
                            + " caractères au plus, ou déportez-vous.");
        }
        jdbc.update(
                "insert into jury_lien_ecarte (point_id, membre_id, raison, ecarte_le) values (?, ?, ?, ?)"
                        + " on duplicate key update raison = values(raison), ecarte_le = values(ecarte_le)",
                pointId,
                membre.id(),
                dite,
                Timestamp.from(horloge.maintenant()));
    }
}
