package fr.jalon.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the work of an antenne lies on its agents, for its responsable. */
@Service
@Transactional(readOnly = true)
public class Equipe {

    private final JdbcTemplate jdbc;
    private final Horloge horloge;

    Equipe(JdbcTemplate jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Tasks that one agent holds. */
    public record Charge(String identifiant, String nom, long taches, long enRetard, long urgentes) {}

    /** One line for each agent who holds a task of the responsable's antenne, the most loaded first. */
    public List<Charge> charges(Agent responsable) {
        responsable.exiger(Role.RESPONSABLE_ANTENNE);
        return jdbc.query(
                "select assigne, max(assigne_nom), count(*), sum(limite < ?), sum(rang = 0) from corbeille_tache"
                        + " where onglet = 'M' and antenne = ? and assigne is not null"
                        + " group by assigne order by count(*) desc, assigne",
                (rs, rang) -> new Charge(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getLong(4), rs.getLong(5)),
                horloge.aujourdhui(),
                responsable.antenne());
    }

    /** What only the responsable of the antenne may do and nobody has taken: rejections to validate. */
    public List<LigneCorbeille> aValider(Agent responsable) {
        responsable.exiger(Role.RESPONSABLE_ANTENNE);
        return jdbc.query(
                "select " + LigneSql.COLONNES + " from corbeille_tache where onglet = 'P' and antenne = ?"
                        + " and groupe = '" + Role.RESPONSABLE_ANTENNE.name()
                        + "' order by rang, limite, tache_id limit 50",
                LigneSql::lire,
                responsable.antenne());
    }
}
