package fr.jalon.formation;

import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What became of the person some months after a training. Never anything of her health. */
@Component
class ResultatsFormation {

    private final JdbcTemplate jdbc;
    private final Horloge horloge;

    ResultatsFormation(JdbcTemplate jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Notes it, or corrects it. */
    void noter(UUID dossierId, int mois, String devenir, String auteur) {
        jdbc.update(
                "insert into formation_resultat (dossier_id, mois, devenir, note_par, note_le) values (?, ?, ?, ?, ?)"
                        + " on duplicate key update devenir = values(devenir), note_par = values(note_par),"
                        + " note_le = values(note_le)",
                dossierId,
                mois,
                devenir,
                auteur,
                Timestamp.from(horloge.maintenant()));
    }

    List<ResultatFormation> de(UUID dossierId) {
        return jdbc.query(
                "select mois, devenir from formation_resultat where dossier_id = ? order by mois",
                (rs, rang) -> new ResultatFormation(rs.getInt(1), rs.getString(2)),
                dossierId);
    }
}
