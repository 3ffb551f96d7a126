package fr.jalon.jury;

import fr.jalon.commun.Horloge;
import fr.jalon.seance.Instances;
import fr.jalon.seance.RegleInstance;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the instances that vote decided in a year, without any name: signed sessions alone. Small numbers are for who shows them to hide. */
@Service
@Transactional(readOnly = true)
public class ResultatsPublics {

    private final JdbcTemplate jdbc;
    private final Instances instances;
    private final Horloge horloge;

    ResultatsPublics(JdbcTemplate jdbc, Instances instances, Horloge horloge) {
        this.jdbc = jdbc;
        this.instances = instances;
        this.horloge = horloge;
    }

    /**
     * The decisions on a question.
     *
     * @param question code
     * @param accordees granted whole
     * @param partielles granted in part
     * @param centimes granted in all
     */
    public record Ligne(
            String question, long accordees, long partielles, long refusees, long ajournees, long centimes) {

        public long examinees() {
            return accordees + partielles + refusees + ajournees;
        }
    }

    /** The instances that vote, as of today. */
    public List<RegleInstance> instances() {
        return instances.toutes(horloge.aujourdhui()).stream()
                .filter(RegleInstance::auScrutin)
                .toList();
    }

    /** How many signed sessions an instance held in a year. */
    public int seances(String instance, int annee) {
        Integer nombre = jdbc.queryForObject(
                "select count(*) from seance where instance = ? and etat = 'SIGNEE' and debut >= ? and debut < ?",
                Integer.class,
                instance,
                debut(annee),
                debut(annee + 1));
        return nombre == null ? 0 : nombre;
    }

    /** The decisions of an instance in a year, by question. */
    public List<Ligne> annee(String instance, int annee) {
        return jdbc.query(
                "select c.question, coalesce(sum(p.avis = 'ACCORD'), 0), coalesce(sum(p.avis = 'ACCORD_PARTIEL'), 0),"
                        + " coalesce(sum(p.avis = 'REFUS'), 0), coalesce(sum(p.avis = 'AJOURNEMENT'), 0),"
                        + " coalesce(sum(p.montant), 0) from seance s join seance_point p on p.seance_id = s.id"
                        + " join cas_pret c on c.id = p.cas_id where s.instance = ? and s.etat = 'SIGNEE'"
                        + " and s.debut >= ? and s.debut < ? and p.avis is not null group by c.question"
                        + " order by c.question",
                (rs, n) -> new Ligne(
                        rs.getString(1), rs.getLong(2), rs.getLong(3), rs.getLong(4), rs.getLong(5), rs.getLong(6)),
                instance,
                debut(annee),
                debut(annee + 1));
    }

    private static Timestamp debut(int annee) {
        return Timestamp.from(Horloge.instantAParis(LocalDate.of(annee, 1, 1).atStartOfDay()));
    }
}
