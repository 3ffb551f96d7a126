package fr.jalon.orientation.parcours;

import fr.jalon.dispositif.FaitsDates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** When a right was known, a person oriented, met, under contract. */
@Component
class DatesDOrientation implements FaitsDates {

    /** What the law measures from and to; {@code SUIVIE} is the decision when the CCAS accompanies, who alone is met and signs with us. */
    private static final Set<String> CODES = Set.of("CONNUE", "ORIENTEE", "SUIVIE", "RENCONTREE", "CONTRAT");

    private final JdbcTemplate jdbc;

    DatesDOrientation(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> codes() {
        return CODES;
    }

    @Override
    public Map<UUID, Map<String, LocalDate>> parDossier(Collection<UUID> dossiers) {
        Map<UUID, Map<String, LocalDate>> dates = new HashMap<>();
        if (!dossiers.isEmpty()) {
            jdbc.query(
                    "select q.dossier_id, q.connue_le connue, q.premiere_confirmation_le orientee,"
                            + " if(q.referent is null, null, q.premiere_confirmation_le) suivie,"
                            + " q.premiere_rencontre_le rencontree,"
                            + " (select min(c.signe_le) from contrat_engagement c where c.dossier_id = q.dossier_id) contrat"
                            + " from demande_orientation q where q.dossier_id in ("
                            + String.join(", ", Collections.nCopies(dossiers.size(), "?")) + ")",
                    rs -> {
                        Map<String, LocalDate> siennes = new HashMap<>();
                        for (String code : CODES) {
                            LocalDate jour = rs.getObject(code.toLowerCase(Locale.ROOT), LocalDate.class);
                            if (jour != null) {
                                siennes.put(code, jour);
                            }
                        }
                        dates.put(rs.getObject("dossier_id", UUID.class), siennes);
                    },
                    dossiers.toArray());
        }
        return dates;
    }
}
