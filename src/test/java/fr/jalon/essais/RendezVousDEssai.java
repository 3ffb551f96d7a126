package fr.jalon.essais;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appointments that an agent can give: each call another moment, so that no two are over one another. */
public final class RendezVousDEssai {

    private static final List<String> HEURES =
            List.of("9h00", "9h45", "10h30", "11h15", "13h30", "14h15", "15h00", "15h45");
    private static final AtomicInteger DONNES = new AtomicInteger();

    private RendezVousDEssai() {}

    /** Day, hour and place as a form says them, on an open day at the earliest. */
    public static Map<String, Object> apres(LocalDate jour) {
        int rang = DONNES.getAndIncrement();
        LocalDate libre = JoursOuvres.ajouter(JoursOuvres.ouvreSuivantOuMeme(jour), rang / HEURES.size());
        return Map.of(
                "date",
                libre.toString(),
                "heure",
                HEURES.get(rang % HEURES.size()),
                "lieu",
                "Espace social Rennes Kléber");
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
