package fr.jalon.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Membre;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The remarks of the members on the minutes, between the end of the session and the signature; printed with them. */
@Service
@Transactional
public class Remarques {

    private static final int TEXTE_MAX = 1000;

    private final JdbcTemplate jdbc;
    private final Seances seances;
    private final Places places;
    private final Horloge horloge;

    Remarques(JdbcTemplate jdbc, Seances seances, Places places, Horloge horloge) {
        this.jdbc = jdbc;
        this.seances = seances;
        this.places = places;
        this.horloge = horloge;
    }

    /** In the order in which they were written. */
    @Transactional(readOnly = true)
    public List<Remarque> de(UUID seanceId) {
        return jdbc.query(
                "select membre_id, texte, ecrite_le from jury_remarque where seance_id = ? order by ecrite_le, id",
                (rs, n) -> new Remarque(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getTimestamp(3).toInstant()),
                seanceId);
    }

    /**
     * Adds a remark of the caller.
     *
     * @throws Conflit before the end of the session, or once the minutes are signed
     * @throws SaisieInvalide on {@code remarque}
     */
    public void ecrire(UUID seanceId, String texte, Agent auteur) {
        SeanceVue seance = places.exiger(seances.prendre(seanceId), auteur);
        Membre membre = places.exigerSiege(seance, auteur);
        if (seance.etat() != EtatSeance.CLOSE) {
            throw new Conflit("Une remarque s'écrit entre la fin de la séance et la signature du procès-verbal.");
        }
        String net = Textes.ouNull(texte);
        if (net == null || Textes.longueur(net) > TEXTE_MAX || !Textes.lisible(net)) {
            throw new SaisieInvalide("remarque", "Écrivez votre remarque, en " + TEXTE_MAX + " caractères au plus.");
        }
        jdbc.update(
                "insert into jury_remarque (id, seance_id, membre_id, texte, ecrite_le) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                seanceId,
                membre.id(),
                net,
                Timestamp.from(horloge.maintenant()));
    }
}
