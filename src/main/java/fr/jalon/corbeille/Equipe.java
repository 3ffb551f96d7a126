package fr.jalon.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the work of an antenne lies on its agents, for its responsable. */
@Service
@Transactional(readOnly = true)
public class Equipe {

    private final JdbcTemplate jdbc;
    private final Comptes comptes;
    private final Horloge horloge;

    Equipe(JdbcTemplate jdbc, Comptes comptes, Horloge horloge) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.horloge = horloge;
    }

    /** Tasks that one agent holds. */
    public record Charge(String identifiant, String nom, long taches, long enRetard, long urgentes) {}

    /**
     * One line for each agent of the responsable's antenne, those who hold nothing too, and for whoever else holds a task of it: the most
     * loaded first.
     */
    public List<Charge> charges(Agent responsable) {
        responsable.exiger(Role.RESPONSABLE_ANTENNE);
        Map<String, Charge> charges = new LinkedHashMap<>();
        comptes.deLAntenne(responsable.antenne()).stream()
                .filter(a -> Corbeille.GROUPES_DES_ANTENNES.stream().anyMatch(g -> a.a(Role.valueOf(g))))
                .forEach(a -> charges.put(a.identifiant(), new Charge(a.identifiant(), a.nomComplet(), 0, 0, 0)));
        prises(responsable.antenne()).forEach(c -> charges.put(c.identifiant(), c));
        return charges.values().stream()
                .sorted(Comparator.comparingLong(Charge::taches).reversed().thenComparing(Charge::nom))
                .toList();
    }

    private List<Charge> prises(String antenne) {
        List<Object> valeurs = new ArrayList<>(List.of(horloge.aujourdhui(), antenne));
        valeurs.addAll(Corbeille.GROUPES_DES_ANTENNES);
        return jdbc.query(
                "select assigne, max(assigne_nom), count(*), sum(limite < ?), sum(rang = 0) from corbeille_tache"
                        + " where onglet = 'M' and antenne = ? and groupe in ("
                        + RequeteCorbeille.points(Corbeille.GROUPES_DES_ANTENNES) + ") group by assigne",
                (rs, rang) -> new Charge(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getLong(4), rs.getLong(5)),
                valeurs.toArray());
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
