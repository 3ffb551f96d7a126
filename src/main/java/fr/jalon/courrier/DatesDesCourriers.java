package fr.jalon.courrier;

import fr.jalon.commun.Horloge;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When letters were first written, for many dossiers at once. */
@Service
@Transactional(readOnly = true)
public class DatesDesCourriers {

    private final JdbcTemplate jdbc;

    DatesDesCourriers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The day of Paris on which the first letter of a model was written for each dossier; those without one are absent.
     *
     * @param modele code of the template
     */
    public Map<UUID, LocalDate> premiers(Collection<UUID> dossiers, String modele) {
        Map<UUID, LocalDate> jours = new HashMap<>();
        if (!dossiers.isEmpty()) {
            jdbc.query(
                    "select dossier_id, min(cree_le) from courrier where dossier_id in ("
                            + String.join(", ", Collections.nCopies(dossiers.size(), "?"))
                            + ") and modele = ? group by dossier_id",
                    rs -> {
                        jours.put(
                                rs.getObject(1, UUID.class),
                                LocalDate.ofInstant(rs.getTimestamp(2).toInstant(), Horloge.PARIS));
                    },
                    Stream.concat(dossiers.stream(), Stream.of(modele)).toArray());
        }
        return jours;
    }
}
