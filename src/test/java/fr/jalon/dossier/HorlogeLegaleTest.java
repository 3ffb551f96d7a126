package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HorlogeLegaleTest {

    private static final LocalDate CIBLE = LocalDate.of(2026, 6, 12);
    private static final LocalDate LIMITE = LocalDate.of(2026, 8, 1);
    private static final HorlogeLegale DEPART = new HorlogeLegale(CIBLE, LIMITE, null, 0);

    @Test
    void une_suspension_decale_la_cible_en_jours_ouvres_et_la_limite_en_jours_calendaires() {
        HorlogeLegale reprise = DEPART.suspendre(LocalDate.of(2026, 6, 5)).reprendre(LocalDate.of(2026, 6, 15));
        assertThat(reprise.suspendue()).isFalse();
        assertThat(reprise.cible()).isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(reprise.limite()).isEqualTo(LIMITE.plusDays(10));
        assertThat(reprise.joursSuspendus()).isEqualTo(10);
    }

    @Test
    void plusieurs_suspensions_s_ajoutent() {
        HorlogeLegale deux = DEPART.suspendre(LocalDate.of(2026, 6, 1))
                .reprendre(LocalDate.of(2026, 6, 3))
                .suspendre(LocalDate.of(2026, 6, 10))
                .reprendre(LocalDate.of(2026, 6, 15));
        assertThat(deux.joursSuspendus()).isEqualTo(7);
        assertThat(deux.limite()).isEqualTo(LIMITE.plusDays(7));
    }

    @Test
    void suspendre_deux_fois_garde_le_premier_jour_et_reprendre_deux_fois_ne_change_rien() {
        HorlogeLegale suspendue = DEPART.suspendre(LocalDate.of(2026, 6, 1));
        assertThat(suspendue.suspendre(LocalDate.of(2026, 6, 9)).suspendueDepuis())
                .isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(DEPART.reprendre(LocalDate.of(2026, 6, 9))).isEqualTo(DEPART);
    }

    @Test
    void une_suspension_finie_le_jour_meme_ou_par_une_horloge_reculee_ne_raccourcit_jamais_le_delai() {
        HorlogeLegale suspendue = DEPART.suspendre(LocalDate.of(2026, 6, 5));
        assertThat(suspendue.reprendre(LocalDate.of(2026, 6, 5))).isEqualTo(DEPART);
        assertThat(suspendue.reprendre(LocalDate.of(2026, 6, 4)).limite()).isEqualTo(LIMITE);
    }

    @Test
    void sans_date_rien_ne_se_decale() {
        HorlogeLegale sans = new HorlogeLegale(null, null, null, 0)
                .suspendre(LocalDate.of(2026, 6, 5))
                .reprendre(LocalDate.of(2026, 6, 8));
        assertThat(sans.cible()).isNull();
        assertThat(sans.limite()).isNull();
        assertThat(sans.joursSuspendus()).isEqualTo(3);
    }
}
