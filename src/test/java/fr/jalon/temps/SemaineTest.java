package fr.jalon.temps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.temps.HorairesAntennes.Plage;
import fr.jalon.temps.Semaine.TempsOuvre;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SemaineTest {

    private static final LocalTime HUIT = LocalTime.of(8, 0);

    /** 8 to 12 and 13 to 17, Monday to Friday; the Friday is shorter in the second. */
    private static Semaine semaine(int finDuVendredi) {
        Map<DayOfWeek, List<Plage>> plages = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek jour : DayOfWeek.values()) {
            if (jour.getValue() < 5) {
                plages.put(
                        jour,
                        List.of(new Plage(HUIT, LocalTime.NOON), new Plage(LocalTime.of(13, 0), LocalTime.of(17, 0))));
            }
        }
        plages.put(DayOfWeek.FRIDAY, List.of(new Plage(HUIT, LocalTime.of(finDuVendredi, 0))));
        return new Semaine(plages);
    }

    private static final Semaine HUIT_HEURES = semaine(12);

    private static Instant a(String heure) {
        return Horloge.instantAParis(LocalDateTime.parse(heure));
    }

    @Test
    void huit_heures_d_ouverture_sont_un_jour_ouvre() {
        assertThat(HUIT_HEURES.entre(a("2026-06-02T08:00"), a("2026-06-02T17:00")))
                .isEqualTo(new TempsOuvre(480, 1));
        assertThat(HUIT_HEURES.entre(a("2026-06-02T08:00"), a("2026-06-03T08:00")))
                .isEqualTo(new TempsOuvre(480, 1));
        assertThat(HUIT_HEURES.entre(a("2026-06-02T10:00"), a("2026-06-02T12:30")))
                .isEqualTo(new TempsOuvre(120, 0.25));
    }

    @Test
    void un_jour_court_est_un_jour_aussi() {
        assertThat(HUIT_HEURES.entre(a("2026-06-05T00:00"), a("2026-06-06T00:00")))
                .isEqualTo(new TempsOuvre(240, 1));
    }

    @Test
    void ni_fin_de_semaine_ni_ferie() {
        assertThat(HUIT_HEURES.entre(a("2026-06-06T00:00"), a("2026-06-08T00:00")))
                .isEqualTo(new TempsOuvre(0, 0));
        assertThat(HUIT_HEURES.entre(a("2026-07-13T17:00"), a("2026-07-15T08:00")))
                .isEqualTo(new TempsOuvre(0, 0));
    }

    @Test
    void les_deux_nuits_de_changement_d_heure_n_ajoutent_ni_n_otent_rien() {
        assertThat(HUIT_HEURES.entre(a("2026-03-27T08:00"), a("2026-03-30T08:00")))
                .isEqualTo(new TempsOuvre(240, 1));
        assertThat(HUIT_HEURES.entre(a("2026-03-30T08:00"), a("2026-03-31T08:00")))
                .isEqualTo(new TempsOuvre(480, 1));
        assertThat(HUIT_HEURES.entre(a("2026-10-23T08:00"), a("2026-10-26T08:00")))
                .isEqualTo(new TempsOuvre(240, 1));
        assertThat(HUIT_HEURES.entre(a("2026-10-26T08:00"), a("2026-10-27T08:00")))
                .isEqualTo(new TempsOuvre(480, 1));
    }

    @Test
    void coupe_n_importe_ou_un_temps_vaut_la_somme_de_ses_morceaux_et_le_compte_minute_par_minute() {
        Random hasard = new Random(15);
        Semaine semaine = semaine(16);
        for (int essai = 0; essai < 200; essai++) {
            Instant debut = a("2026-01-01T00:00").plusSeconds(60L * hasard.nextInt(500_000));
            Instant milieu = debut.plusSeconds(60L * hasard.nextInt(6_000));
            Instant fin = milieu.plusSeconds(60L * hasard.nextInt(6_000));
            TempsOuvre tout = semaine.entre(debut, fin);
            TempsOuvre avant = semaine.entre(debut, milieu);
            TempsOuvre apres = semaine.entre(milieu, fin);
            assertThat(avant.minutes() + apres.minutes()).isEqualTo(tout.minutes());
            assertThat(avant.jours() + apres.jours()).isCloseTo(tout.jours(), within(1e-9));
            long minutes = 0;
            for (Instant i = debut; i.isBefore(fin); i = i.plusSeconds(60)) {
                minutes += ouvert(LocalDateTime.ofInstant(i, Horloge.PARIS), 16) ? 1 : 0;
            }
            assertThat(tout.minutes()).as("%s à %s", debut, fin).isEqualTo(minutes);
        }
    }

    private static boolean ouvert(LocalDateTime heure, int finDuVendredi) {
        if (!JoursOuvres.estOuvre(heure.toLocalDate())) {
            return false;
        }
        int h = heure.getHour();
        return heure.getDayOfWeek() == DayOfWeek.FRIDAY
                ? h >= 8 && h < finDuVendredi
                : (h >= 8 && h < 12) || (h >= 13 && h < 17);
    }
}
