package fr.jalon.corbeille;

import fr.jalon.agent.Agent;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an account likes its queue: rows close together or not, how many a page. */
@Service
@Transactional
public class AffichageCorbeille {

    private final JdbcTemplate jdbc;
    private final List<Integer> tailles;

    AffichageCorbeille(JdbcTemplate jdbc, @Value("${jalon.corbeille.tailles}") List<Integer> tailles) {
        this.jdbc = jdbc;
        this.tailles = List.copyOf(tailles);
    }

    /**
     * What was chosen.
     *
     * @param serre rows close together, one line each
     * @param taille rows a page
     */
    public record Choix(boolean serre, int taille) {}

    /** Sizes of a page that may be chosen, the usual one first. */
    public List<Integer> tailles() {
        return tailles;
    }

    @Transactional(readOnly = true)
    public Choix de(Agent agent) {
        Choix garde = jdbc.query(
                "select serre, taille from corbeille_affichage where agent = ?",
                rs -> rs.next() ? new Choix(rs.getBoolean(1), rs.getInt(2)) : null,
                agent.identifiant());
        return garde == null ? new Choix(false, tailles.get(0)) : new Choix(garde.serre(), taille(garde.taille()));
    }

    /** Remembers the choice for the next time; a size that is not offered is the usual one. */
    public void garder(Choix choix, Agent agent) {
        jdbc.update(
                "insert into corbeille_affichage (agent, serre, taille) values (?, ?, ?)"
                        + " on duplicate key update serre = values(serre), taille = values(taille)",
                agent.identifiant(),
                choix.serre(),
                taille(choix.taille()));
    }

    private int taille(int demandee) {
        return tailles.contains(demandee) ? demandee : tailles.get(0);
    }
}
