package fr.jalon.temps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.temps.HorairesAntennes.Plage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 10 000 invented lives around both nights of clock change: their segments against a count of each minute by hand. */
class DixMilleViesTest {

    private static final LocalTime NEUF = LocalTime.of(9, 0);
    private static final LocalTime DIX_SEPT = LocalTime.of(17, 0);
    private static final Semaine SEMAINE = semaine();
    private static final Instant PRINTEMPS = Horloge.instantAParis(LocalDateTime.parse("2026-03-26T00:00"));
    private static final Instant AUTOMNE = Horloge.instantAParis(LocalDateTime.parse("2026-10-22T00:00"));

    private static Semaine semaine() {
        Map<DayOfWeek, List<Plage>> plages = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek jour : DayOfWeek.values()) {
            if (jour.getValue() <= 5) {
                plages.put(jour, List.of(new Plage(NEUF, DIX_SEPT)));
            }
        }
        return new Semaine(plages);
    }

    private static Instant minute(Instant depuis, int minutes) {
        return depuis.plus(Duration.ofMinutes(minutes));
    }

    private record Vie(Instant ouvert, Instant clos, List<EtapeFaite> etapes, List<Suspension> suspensions) {}

    private static Vie auHasard(Random hasard) {
        Instant ouvert = minute(hasard.nextBoolean() ? PRINTEMPS : AUTOMNE, hasard.nextInt(4 * 1440));
        int duree = 1 + hasard.nextInt(2 * 1440);
        List<EtapeFaite> etapes = new ArrayList<>();
        for (int i = hasard.nextInt(4); i > 0; i--) {
            int debut = hasard.nextInt(duree);
            etapes.add(new EtapeFaite(
                    "t" + i,
                    "e" + hasard.nextInt(3),
                    List.of(Porteur.values()).get(hasard.nextInt(Porteur.values().length)),
                    hasard.nextInt(3),
                    minute(ouvert, debut),
                    hasard.nextInt(5) == 0 ? null : minute(ouvert, debut + hasard.nextInt(duree))));
        }
        List<Suspension> suspensions = new ArrayList<>();
        if (hasard.nextBoolean()) {
            int debut = hasard.nextInt(duree);
            suspensions.add(new Suspension(minute(ouvert, debut), minute(ouvert, debut + hasard.nextInt(duree))));
        }
        return new Vie(ouvert, minute(ouvert, duree), etapes, suspensions);
    }

    @Test
    void les_segments_font_la_vie_a_la_milliseconde_et_les_minutes_de_chacun() {
        Random hasard = new Random(10_000);
        for (int i = 0; i < 10_000; i++) {
            Vie vie = auHasard(hasard);
            List<Segment> segments = Decoupage.de(vie.ouvert(), vie.clos(), vie.etapes(), vie.suspensions());
            long somme = 0;
            Map<Porteur, Long> minutes = new EnumMap<>(Porteur.class);
            Instant suite = vie.ouvert();
            for (Segment s : segments) {
                assertThat(s.debut()).isEqualTo(suite);
                suite = s.fin();
                somme += Duration.between(s.debut(), s.fin()).toMillis();
                minutes.merge(s.porteur(), SEMAINE.entre(s.debut(), s.fin()).minutes(), Long::sum);
            }
            assertThat(suite).isEqualTo(vie.clos());
            assertThat(somme)
                    .isEqualTo(Duration.between(vie.ouvert(), vie.clos()).toMillis());
            minutes.values().removeIf(m -> m == 0);
            assertThat(minutes).as("vie %d", i).isEqualTo(parLaForce(vie));
        }
    }

    /** Minute by minute: is the service open, and whose turn is it? */
    private static Map<Porteur, Long> parLaForce(Vie vie) {
        Map<Porteur, Long> minutes = new EnumMap<>(Porteur.class);
        for (Instant m = vie.ouvert(); m.isBefore(vie.clos()); m = m.plusSeconds(60)) {
            LocalDateTime heure = LocalDateTime.ofInstant(m, Horloge.PARIS);
            if (!JoursOuvres.estOuvre(heure.toLocalDate())
                    || heure.toLocalTime().isBefore(NEUF)
                    || !heure.toLocalTime().isBefore(DIX_SEPT)) {
                continue;
            }
            EtapeFaite bloque = null;
            for (EtapeFaite e : vie.etapes()) {
                boolean ouverte = !m.isBefore(e.ouverte()) && (e.fermee() == null || m.isBefore(e.fermee()));
                if (ouverte && (bloque == null || passeAvant(e, bloque))) {
                    bloque = e;
                }
            }
            minutes.merge(bloque == null ? Porteur.SERVICE : bloque.porteur(), 1L, Long::sum);
        }
        return minutes;
    }

    private static boolean passeAvant(EtapeFaite e, EtapeFaite autre) {
        if (e.poids() != autre.poids()) {
            return e.poids() > autre.poids();
        }
        if (!e.ouverte().equals(autre.ouverte())) {
            return e.ouverte().isBefore(autre.ouverte());
        }
        return e.tacheId().compareTo(autre.tacheId()) < 0;
    }
}
