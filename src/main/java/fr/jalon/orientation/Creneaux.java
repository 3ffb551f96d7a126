package fr.jalon.orientation;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.stereotype.Service;

/** The next appointment to offer when many are given one after another: no agenda, only the next time of the day. */
@Service
public class Creneaux {

    private final ParametresOrientation parametres;
    private final Horloge horloge;

    Creneaux(ParametresOrientation parametres, Horloge horloge) {
        this.parametres = parametres;
        this.horloge = horloge;
    }

    /** @param dernier the one given last, null for the first: it is then on the next working day that the delay allows */
    public LocalDateTime suivant(LocalDateTime dernier) {
        int debut = parametres.entier("CRENEAU_DEBUT_HEURE");
        if (dernier == null) {
            return JoursOuvres.ajouter(horloge.aujourdhui(), parametres.entier("CRENEAU_JOURS_OUVRES"))
                    .atTime(debut, 0);
        }
        LocalDateTime suivant = dernier.plusMinutes(parametres.entier("CRENEAU_MINUTES"));
        LocalDate lendemain = JoursOuvres.ajouter(dernier.toLocalDate(), 1);
        return suivant.getHour() >= parametres.entier("CRENEAU_FIN_HEURE") ? lendemain.atTime(debut, 0) : suivant;
    }
}
