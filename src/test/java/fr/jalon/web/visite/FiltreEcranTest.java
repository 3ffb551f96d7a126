package fr.jalon.web.visite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.accueil.PremieresReponses.Regroupement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the address of the counts means, whatever it holds. */
class FiltreEcranTest {

    private static FiltreEcran lire(String aujourdhui, String... parametres) {
        Map<String, String> tous = new HashMap<>();
        for (int i = 0; i < parametres.length; i += 2) {
            tous.put(parametres[i], parametres[i + 1]);
        }
        return FiltreEcran.lire(tous, LocalDate.parse(aujourdhui));
    }

    @ParameterizedTest
    @CsvSource({
        "MOIS,2026-06-15,2026-06-01,2026-06-15",
        "MOIS_PRECEDENT,2026-03-31,2026-02-01,2026-02-28",
        "MOIS_PRECEDENT,2026-01-01,2025-12-01,2025-12-31",
        "TRIMESTRE,2026-06-30,2026-04-01,2026-06-30",
        "TRIMESTRE,2026-07-01,2026-07-01,2026-07-01",
        "TRIMESTRE,2026-12-31,2026-10-01,2026-12-31",
        "ANNEE,2026-06-15,2026-01-01,2026-06-15",
        "SIECLE,2026-06-15,2026-06-01,2026-06-15"
    })
    void une_periode_donne_ses_deux_jours(String periode, String aujourdhui, LocalDate du, LocalDate au) {
        FiltreEcran f = lire(aujourdhui, "periode", periode);
        assertThat(f.filtre().du()).isEqualTo(du);
        assertThat(f.filtre().au()).isEqualTo(au);
        assertThat(f.erreurs()).isEmpty();
    }

    @Test
    void entre_deux_dates_dit_ce_qui_ne_se_lit_pas_et_ce_qui_est_a_l_envers() {
        FiltreEcran juste = lire("2026-06-15", "periode", "DATES", "du", "2026-01-10", "au", "2026-02-10");
        assertThat(juste.filtre().du()).isEqualTo(LocalDate.of(2026, 1, 10));
        assertThat(juste.filtre().au()).isEqualTo(LocalDate.of(2026, 2, 10));
        FiltreEcran illisible = lire("2026-06-15", "periode", "DATES", "du", "hier");
        assertThat(illisible.erreurs()).containsOnlyKeys("du");
        FiltreEcran aLEnvers = lire("2026-06-15", "periode", "DATES", "du", "2026-02-10", "au", "2026-01-10");
        assertThat(aLEnvers.erreurs()).containsOnlyKeys("au");
        assertThat(aLEnvers.filtre().au()).isAfterOrEqualTo(aLEnvers.filtre().du());
    }

    @Test
    void ce_que_la_liste_ne_connait_pas_ne_filtre_pas() {
        FiltreEcran f = lire("2026-06-15", "issue", "ENVOLEE", "par", "COULEUR", "antenne", " ");
        assertThat(f.filtre().issue()).isNull();
        assertThat(f.filtre().antenne()).isNull();
        assertThat(f.par()).isEqualTo(Regroupement.ANTENNE);
        assertThat(lire("2026-06-15", "issue", "SANS").filtre().issue()).isEqualTo("SANS");
        assertThat(lire("2026-06-15", "par", "MOTIF", "public", "RSA")
                        .export("csv")
                        .href())
                .startsWith("/premieres-reponses/export/csv?")
                .contains("par=MOTIF", "public=RSA");
    }
}
