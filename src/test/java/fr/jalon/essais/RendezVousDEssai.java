package fr.jalon.essais;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appointments that an agent can give: each call another moment, so that no two are over one another. */
public final class RendezVousDEssai {

    private static final List<String> HEURES =
            List.of("9h00", "9h45", "10h30", "11h15", "13h30", "14h15", "15h00", "15h45");
    /** Days that the journeys of the browser choose by hand: none of these is given here. */
    private static final Set<LocalDate> A_LA_MAIN = Set.of(
            EssaiConfiguration.DEPART.toLocalDate().plusDays(9),
            EssaiConfiguration.DEPART.toLocalDate().plusDays(14),
            EssaiConfiguration.DEPART.toLocalDate().plusDays(21));

    private static final Set<LocalDateTime> DONNES = new HashSet<>();

    private RendezVousDEssai() {}

    /** Day, hour and place as a form says them, the first moment not yet given from an open day. */
    public static synchronized Map<String, Object> apres(LocalDate jour) {
        LocalDate libre = JoursOuvres.ouvreSuivantOuMeme(jour);
        while (true) {
            for (int rang = 0; rang < HEURES.size() && !A_LA_MAIN.contains(libre); rang++) {
                if (DONNES.add(libre.atStartOfDay().plusMinutes(rang))) {
                    return Map.of(
                            "date", libre.toString(), "heure", HEURES.get(rang), "lieu", "Espace social Rennes Kléber");
                }
            }
            libre = JoursOuvres.ajouter(libre, 1);
        }
    }

    /** The time of the appointment has come, without waiting for it. */
    public static void faireVenir(Monde monde, UUID dossierId) {
        monde.bean(JdbcTemplate.class)
                .update(
                        "update demande_orientation set rendez_vous = ? where dossier_id = ? and rendez_vous is not null",
                        Timestamp.from(monde.bean(Horloge.class).maintenant().minusSeconds(60)),
                        dossierId);
    }
}
