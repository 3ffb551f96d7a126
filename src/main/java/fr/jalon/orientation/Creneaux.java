package fr.jalon.orientation;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.temps.HorairesAntennes;
import fr.jalon.temps.HorairesAntennes.Plage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The next appointment that a référent can give: during the antenne's hours, and free. */
@Service
@Transactional(readOnly = true)
public class Creneaux {

    /** Far enough for the fullest agenda; a person is never offered a later one. */
    private static final int JOURS_REGARDES = 120;

    private final AgendaReferents agenda;
    private final HorairesAntennes horaires;
    private final ParametresOrientation parametres;
    private final Horloge horloge;

    Creneaux(AgendaReferents agenda, HorairesAntennes horaires, ParametresOrientation parametres, Horloge horloge) {
        this.agenda = agenda;
        this.horaires = horaires;
        this.parametres = parametres;
        this.horloge = horloge;
    }

    /**
     * The first free moment, wall clock of Paris; null when none was found.
     *
     * @param agent log-in name, null while nobody is chosen: the antenne's hours alone count
     * @param dernier the one given last, null for the first: it is then on the next working day that the delay allows
     */
    public LocalDateTime suivant(UUID dossierId, String agent, String antenne, LocalDateTime dernier) {
        LocalDateTime auPlusTot = dernier == null
                ? JoursOuvres.ajouter(horloge.aujourdhui(), parametres.entier("CRENEAU_JOURS_OUVRES"))
                        .atStartOfDay()
                : agenda.fin(dernier);
        LocalDate premier = auPlusTot.toLocalDate();
        for (int jour = 0; jour < JOURS_REGARDES; jour++) {
            LocalDateTime libre = libre(dossierId, agent, antenne, premier.plusDays(jour), auPlusTot);
            if (libre != null) {
                return libre;
            }
        }
        return null;
    }

    private LocalDateTime libre(UUID dossierId, String agent, String antenne, LocalDate jour, LocalDateTime auPlusTot) {
        for (Plage plage : horaires.plages(antenne, jour)) {
            for (LocalDateTime debut = jour.atTime(plage.debut());
                    !agenda.fin(debut).isAfter(jour.atTime(plage.fin()));
                    debut = agenda.fin(debut)) {
                if (!debut.isBefore(auPlusTot) && (agent == null || !agenda.pris(dossierId, agent, debut))) {
                    return debut;
                }
            }
        }
        return null;
    }
}
