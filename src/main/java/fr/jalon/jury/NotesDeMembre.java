package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member writes for itself while it reads an item: encrypted, read by nobody else, gone once the minutes are signed. */
@Service
@Transactional
public class NotesDeMembre {

    private static final int MAX = 4000;

    private final JdbcTemplate jdbc;
    private final Seances seances;
    private final Places places;
    private final Chiffrement chiffrement;
    private final Horloge horloge;

    NotesDeMembre(JdbcTemplate jdbc, Seances seances, Places places, Chiffrement chiffrement, Horloge horloge) {
        this.jdbc = jdbc;
        this.seances = seances;
        this.places = places;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
    }

    /** The caller's note on an item; null without one, and for who has no seat. */
    @Transactional(readOnly = true)
    public String laMienne(SeanceVue seance, Point point, Agent agent) {
        return places.siegeDe(seance, agent)
                .filter(m -> !point.deporte(m.id()))
                .flatMap(m -> jdbc
                        .query(
                                "select chiffre from jury_note where point_id = ? and membre_id = ?",
                                (rs, n) -> lire(rs.getBytes(1), point.id(), m.id()),
                                point.id(),
                                m.id())
                        .stream()
                        .findFirst())
                .orElse(null);
    }

    private String lire(byte[] chiffre, UUID pointId, UUID membreId) {
        return new String(chiffrement.dechiffrer(chiffre, contexte(pointId, membreId)), StandardCharsets.UTF_8);
    }

    /**
     * Keeps the note of the caller's seat in the place of the former one.
     *
     * @param texte blank to remove it
     * @throws SaisieInvalide on {@code note}
     * @throws Conflit once the minutes are signed
     */
    public void ecrire(UUID seanceId, UUID pointId, String texte, Agent auteur) {
        SeanceVue seance = places.exiger(seances.prendre(seanceId), auteur);
        Membre membre = places.exigerSiege(seance, auteur);
        places.exigerPoint(seance, pointId, auteur);
        if (seance.signature() != null) {
            throw new Conflit("Le procès-verbal est signé : vos notes sont effacées.");
        }
        String note = Textes.ouNull(texte);
        if (note != null && (Textes.longueur(note) > MAX || !Textes.lisible(note))) {
            throw new SaisieInvalide("note", "Écrivez au plus " + MAX + " caractères.");
        }
        jdbc.update("delete from jury_note where point_id = ? and membre_id = ?", pointId, membre.id());
        if (note != null) {
            jdbc.update(
                    "insert into jury_note (point_id, membre_id, chiffre, ecrite_le) values (?, ?, ?, ?)",
                    pointId,
                    membre.id(),
                    chiffrement.chiffrer(note.getBytes(StandardCharsets.UTF_8), contexte(pointId, membre.id())),
                    Timestamp.from(horloge.maintenant()));
        }
    }

    /** Everybody's notes on a session go. */
    void effacer(SeanceVue seance) {
        seance.points().forEach(p -> jdbc.update("delete from jury_note where point_id = ?", p.id()));
    }

    private static String contexte(UUID pointId, UUID membreId) {
        return "jury:note:" + pointId + ":" + membreId;
    }
}
