package fr.jalon.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.pilotage.VieArchivee;
import fr.jalon.temps.Porteur;
import fr.jalon.temps.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The invented past: the same each time, whole lives, and each event of the year is to be seen in it. */
class SimulateurTest {

    private static final LocalDate FIN = LocalDate.of(2026, 11, 29);
    private static final LocalDate DEBUT = LocalDate.of(2024, 11, 30);

    private static List<VieArchivee> passe(int nombre) {
        return new Simulateur(
                        TableauLivre.lire("parcours-simules.csv"),
                        new EvenementsSimules(TableauLivre.lire("evenements-simules.csv"), FIN),
                        (dispositif, jour) -> new VieArchivee.Dates(JoursOuvres.ajouter(jour, 30), jour.plusMonths(3)),
                        7)
                .inventer(DEBUT, FIN, nombre);
    }

    private static LocalDate jour(Instant instant) {
        return LocalDate.ofInstant(instant, Horloge.PARIS);
    }

    @Test
    void la_meme_graine_invente_le_meme_passe() {
        assertThat(passe(300)).isEqualTo(passe(300));
    }

    @Test
    void chaque_vie_est_entiere_et_sans_trou() {
        Set<String> numeros = new HashSet<>();
        for (VieArchivee v : passe(3000)) {
            assertThat(numeros.add(v.numero())).isTrue();
            Instant avant = v.ouvert();
            for (Segment s : v.segments()) {
                assertThat(s.debut()).isEqualTo(avant);
                assertThat(s.fin() == null || s.fin().isAfter(s.debut())).isTrue();
                avant = s.fin();
            }
            assertThat(v.clos() == null).isEqualTo(v.issue() == null);
            assertThat(v.clos() == null || !jour(v.clos()).isAfter(FIN)).isTrue();
            assertThat(jour(v.ouvert())).isBetween(DEBUT, FIN);
        }
    }

    @Test
    void l_ete_la_panne_et_l_antenne_en_sous_effectif_se_voient() {
        List<VieArchivee> vies = passe(6000);
        long ete = vies.stream()
                .filter(v -> entre(jour(v.ouvert()), LocalDate.of(2026, 7, 10), LocalDate.of(2026, 8, 24)))
                .count();
        long printemps = vies.stream()
                .filter(v -> entre(jour(v.ouvert()), LocalDate.of(2026, 4, 10), LocalDate.of(2026, 5, 25)))
                .count();
        assertThat(ete).isLessThan(printemps * 6 / 10);
        assertThat(vies.stream()
                        .flatMap(v -> v.segments().stream())
                        .filter(s -> s.porteur() == Porteur.CAF && s.fin() != null)
                        .map(s -> jour(s.fin())))
                .noneMatch(j -> entre(j, FIN.minusDays(75), FIN.minusDays(67)));
        assertThat(moyenne(vies, "BLOSNE"::equals)).isGreaterThan(1.6 * moyenne(vies, a -> !a.equals("BLOSNE")));
    }

    private static boolean entre(LocalDate jour, LocalDate du, LocalDate au) {
        return !jour.isBefore(du) && !jour.isAfter(au);
    }

    /** Working days of the service's steps that began while the antenne was short of hands, out of the summer. */
    private static double moyenne(List<VieArchivee> vies, Predicate<String> antenne) {
        return vies.stream()
                .filter(v -> antenne.test(v.antenne()))
                .flatMap(v -> v.segments().stream())
                .filter(s -> s.porteur() == Porteur.SERVICE && s.fin() != null)
                .filter(s -> entre(jour(s.debut()), LocalDate.of(2026, 8, 25), LocalDate.of(2026, 10, 15)))
                .mapToInt(s -> JoursOuvres.entre(jour(s.debut()), jour(s.fin())))
                .average()
                .orElseThrow();
    }
}
