package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.commun.SaisieInvalide;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of a year, made together from the first one and a rhythm: all of them, or none. */
@Service
@Transactional
public class Calendrier {

    private static final int MAX = 60;

    private final Seances seances;

    Calendrier(Seances seances) {
        this.seances = seances;
    }

    /**
     * What a plan made.
     *
     * @param feries days of the rhythm that are public holidays: no session was made
     */
    public record Planifiees(List<SeanceVue> seances, List<LocalDate> feries) {

        public Planifiees {
            seances = List.copyOf(seances);
            feries = List.copyOf(feries);
        }
    }

    /**
     * Makes the sessions of a rhythm, at the hour and place of the first one.
     *
     * @param jusquAu last possible day; not read for {@link Rythme#UNE_FOIS}
     * @throws SaisieInvalide on the fields of {@link Seances#creer}, or on {@code jusquAu}
     * @throws fr.jalon.commun.Conflit when one of them cannot be made: none is, then
     */
    public Planifiees planifier(NouvelleSeance premiere, Rythme rythme, LocalDate jusquAu, Agent auteur) {
        if (rythme == Rythme.UNE_FOIS || premiere.debut() == null) {
            return new Planifiees(List.of(seances.creer(premiere, auteur)), List.of());
        }
        LocalDate premier = LocalDate.ofInstant(premiere.debut(), Horloge.PARIS);
        LocalTime heure = LocalTime.ofInstant(premiere.debut(), Horloge.PARIS);
        if (jusquAu == null || jusquAu.isBefore(premier)) {
            throw new SaisieInvalide("jusquAu", "Indiquez jusqu'à quel jour, après la première séance.");
        }
        List<LocalDate> jours = jours(premier, rythme, jusquAu);
        List<LocalDate> feries = jours.stream().filter(JoursOuvres::estFerie).toList();
        List<SeanceVue> faites = new ArrayList<>();
        for (LocalDate jour : jours) {
            if (!feries.contains(jour)) {
                faites.add(creer(premiere, jour, Horloge.instantAParis(jour.atTime(heure)), auteur));
            }
        }
        if (faites.isEmpty()) {
            throw new SaisieInvalide("debut", "Tous ces jours sont fériés : choisissez un autre jour.");
        }
        return new Planifiees(faites, feries);
    }

    private static List<LocalDate> jours(LocalDate premier, Rythme rythme, LocalDate jusquAu) {
        List<LocalDate> jours = new ArrayList<>();
        for (int i = 0; !rythme.jour(premier, i).isAfter(jusquAu); i++) {
            if (jours.size() == MAX) {
                throw new SaisieInvalide(
                        "jusquAu", "Cela ferait plus de " + MAX + " séances : choisissez un jour plus proche.");
            }
            jours.add(rythme.jour(premier, i));
        }
        return jours;
    }

    /** A day too far ahead is the fault of the last day, not of the first. */
    private SeanceVue creer(NouvelleSeance premiere, LocalDate jour, Instant debut, Agent auteur) {
        try {
            return seances.creer(
                    new NouvelleSeance(
                            premiere.instance(), premiere.antenne(), debut, premiere.lieu(), premiere.anonyme()),
                    auteur);
        } catch (SaisieInvalide e) {
            boolean leSien =
                    debut.equals(premiere.debut()) || e.erreurs().stream().noneMatch(x -> "debut".equals(x.champ()));
            if (leSien) {
                throw e;
            }
            throw new SaisieInvalide(
                    "jusquAu", Horloge.enMots(jour) + " : " + e.erreurs().get(0).message());
        }
    }
}
