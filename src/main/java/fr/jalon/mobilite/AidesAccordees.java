package fr.jalon.mobilite;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a person was granted before, as the limits of a period count it: only what was committed. */
@Component
public class AidesAccordees {

    private final JdbcTemplate jdbc;

    AidesAccordees(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Aids of the person of a dossier, of her other dossiers, the oldest first. */
    public List<AidePassee> avant(UUID dossierId) {
        return jdbc.query(
                "select a.nature, a.accorde, a.decidee_le from aide_mobilite a join dossier d on d.id = a.dossier_id"
                        + " join dossier ici on ici.personne_id = d.personne_id"
                        + " where ici.id = ? and a.dossier_id <> ici.id and a.etat in ('ENGAGEE', 'FINIE')"
                        + " order by a.decidee_le",
                (rs, rang) -> new AidePassee(
                        rs.getString(1),
                        Centimes.enEuros(rs.getLong(2)),
                        LocalDate.ofInstant(rs.getTimestamp(3).toInstant(), Horloge.PARIS)),
                dossierId);
    }

    /** How many requests of this kind the person made, this one included. */
    public int rang(UUID dossierId, String nature) {
        return jdbc.queryForObject(
                "select 1 + count(*) from aide_mobilite a join dossier d on d.id = a.dossier_id"
                        + " join dossier ici on ici.personne_id = d.personne_id"
                        + " where ici.id = ? and a.dossier_id <> ici.id and a.nature = ?",
                Integer.class,
                dossierId,
                nature);
    }
}
