package fr.jalon.pilotage;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The time of a dossier is its life: no hole, no overlap, from its opening to its end. One request over all of them. */
@Component
class Preuve {

    private static final String REQUETE = """
            select d.numero
            from dossier d
            left join (select dossier_id, min(debut) debut, max(rang) + 1 nombre,
                              count(*) lignes, sum(fin is null) ouverts, max(fin) fin,
                              sum(timestampdiff(microsecond, debut, coalesce(fin, debut))) somme,
                              max(debut) dernier
                       from temps_segment group by dossier_id) s on s.dossier_id = d.id
            where s.dossier_id is null
               or s.lignes <> s.nombre
               or s.debut <> d.cree_le
               or (d.clos_le is null and (s.ouverts <> 1
                   or s.somme <> timestampdiff(microsecond, d.cree_le, s.dernier)))
               or (d.clos_le is not null and (s.ouverts <> 0 or s.fin <> d.clos_le
                   or s.somme <> timestampdiff(microsecond, d.cree_le, d.clos_le)))
            order by d.numero
            """;

    private final JdbcTemplate jdbc;

    Preuve(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of the dossiers whose segments do not make their life, to the millisecond. */
    @Transactional(readOnly = true)
    List<String> fautifs() {
        return jdbc.queryForList(REQUETE, String.class);
    }
}
