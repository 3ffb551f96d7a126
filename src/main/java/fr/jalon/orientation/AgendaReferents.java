package fr.jalon.orientation;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.temps.HorairesAntennes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The appointments that the référents of the CCAS give: never in the past, too far away, on a closed day, outside the antenne's hours, nor over
 * another of the same agent. The database refuses what two people would give at the same time.
 */
@Component
class AgendaReferents {

    private final JdbcTemplate jdbc;
    private final HorairesAntennes horaires;
    private final ParametresOrientation parametres;
    private final Horloge horloge;

    AgendaReferents(JdbcTemplate jdbc, HorairesAntennes horaires, ParametresOrientation parametres, Horloge horloge) {
        this.jdbc = jdbc;
        this.horaires = horaires;
        this.parametres = parametres;
        this.horloge = horloge;
    }

    /**
     * Why an appointment cannot be given, on {@code date} or {@code heure}; none when it can.
     *
     * @param agent log-in name of the référent, null when nobody of ours receives: the moment alone is checked
     * @param dossierId its own appointment does not hinder it
     */
    List<ErreurChamp> fautes(UUID dossierId, String agent, String antenne, Instant quand) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (quand == null || !quand.isAfter(horloge.maintenant())) {
            erreurs.add(new ErreurChamp("date", "Indiquez un rendez-vous à venir, avec son heure."));
            return erreurs;
        }
        LocalDateTime debut = LocalDateTime.ofInstant(quand, Horloge.PARIS);
        LocalDate jour = debut.toLocalDate();
        LocalDate dernier = horloge.aujourdhui().plusDays(parametres.entier("RENDEZ_VOUS_JOURS_MAX"));
        if (jour.isAfter(dernier)) {
            erreurs.add(new ErreurChamp(
                    "date",
                    "Ce rendez-vous est loin : choisissez un jour jusqu'au " + Horloge.enMots(dernier)
                            + ", ou vérifiez l'année."));
        } else if (horaires.ferme(antenne, jour)) {
            erreurs.add(new ErreurChamp(
                    "date",
                    "L'antenne est fermée le " + Horloge.enMots(jour)
                            + (JoursOuvres.estFerie(jour) ? ", jour férié" : "") + " : choisissez un autre jour."));
        } else if (!horaires.recoit(antenne, debut, fin(debut))) {
            erreurs.add(new ErreurChamp(
                    "heure",
                    "Un rendez-vous dure " + minutes() + " minutes, pendant les heures de l'antenne : "
                            + horaires.enMots(antenne, jour) + "."));
        } else if (agent != null && pris(dossierId, agent, debut)) {
            erreurs.add(new ErreurChamp("heure", dejaPris(debut)));
        }
        return erreurs;
    }

    /**
     * Gives the appointment, instead of the former one of the dossier.
     *
     * @throws SaisieInvalide on {@code heure} when somebody gave the same moment meanwhile
     */
    void donner(UUID dossierId, String agent, Instant quand) {
        liberer(dossierId);
        LocalDateTime debut = LocalDateTime.ofInstant(quand, Horloge.PARIS);
        try {
            jdbc.update(
                    "insert into rendez_vous_agent (dossier_id, agent, debut, fin) values (?, ?, ?, ?)",
                    dossierId,
                    agent,
                    debut,
                    fin(debut));
        } catch (DataIntegrityViolationException e) {
            throw new SaisieInvalide("heure", dejaPris(debut));
        }
    }

    /** The moment is free again. */
    void liberer(UUID dossierId) {
        jdbc.update("delete from rendez_vous_agent where dossier_id = ?", dossierId);
    }

    boolean pris(UUID dossierId, String agent, LocalDateTime debut) {
        Integer autres = jdbc.queryForObject(
                "select count(*) from rendez_vous_agent where agent = ? and debut < ? and fin > ? and dossier_id <> ?",
                Integer.class,
                agent,
                fin(debut),
                debut,
                dossierId);
        return autres != null && autres > 0;
    }

    LocalDateTime fin(LocalDateTime debut) {
        return debut.plusMinutes(minutes());
    }

    private int minutes() {
        return parametres.entier("CRENEAU_MINUTES");
    }

    private static String dejaPris(LocalDateTime debut) {
        return "Cet agent a déjà un rendez-vous le " + Horloge.enMots(debut.toLocalDate())
                + " à ce moment-là : choisissez une autre heure.";
    }
}
