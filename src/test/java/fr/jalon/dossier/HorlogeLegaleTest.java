package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HorlogeLegaleTest {

    private static final LocalDate CIBLE = LocalDate.of(2026, 6, 12);
    private static final LocalDate LIMITE = LocalDate.of(2026, 8, 1);
    private static final HorlogeLegale DEPART = HorlogeLegale.de(CIBLE, LIMITE);

    private static HorlogeLegale piecesDemandees(LocalDate recuLe, LocalDate jusqua) {
        return DEPART.suspendre(LocalDate.of(2026, 6, 1)).suspendreLimite(new HorlogeLegale.Suspension(recuLe, jusqua));
    }

    @Test
    void une_attente_decale_la_cible_en_jours_ouvres_et_laisse_la_date_legale() {
        HorlogeLegale reprise = DEPART.suspendre(LocalDate.of(2026, 6, 5)).reprendre(LocalDate.of(2026, 6, 15));
        assertThat(reprise.suspendue()).isFalse();
        assertThat(reprise.cible()).isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(reprise.limite()).isEqualTo(LIMITE);
        assertThat(reprise.joursSuspendus()).isEqualTo(10);
        assertThat(reprise.joursOuvresSuspendus()).isEqualTo(6);
    }

    @Test
    void la_date_legale_s_arrete_de_la_reception_de_la_demande_de_pieces_a_leur_arrivee() {
        HorlogeLegale reprise = piecesDemandees(LocalDate.of(2026, 6, 6), LocalDate.of(2026, 6, 29))
                .reprendre(LocalDate.of(2026, 6, 15));
        assertThat(reprise.limite()).isEqualTo(LIMITE.plusDays(9));
        assertThat(reprise.joursLimiteSuspendue()).isEqualTo(9);
        assertThat(reprise.joursSuspendus()).isEqualTo(14);
        assertThat(reprise.legale()).isNull();
    }

    @Test
    void la_date_legale_ne_s_arrete_pas_plus_longtemps_que_le_temps_donne() {
        HorlogeLegale reprise = piecesDemandees(LocalDate.of(2026, 6, 6), LocalDate.of(2026, 6, 29))
                .reprendre(LocalDate.of(2026, 9, 1));
        assertThat(reprise.limite()).isEqualTo(LIMITE.plusDays(23));
    }

    @Test
    void une_reception_prouvee_remplace_la_reception_presumee() {
        HorlogeLegale reprise = piecesDemandees(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 29))
                .suspendreLimite(new HorlogeLegale.Suspension(LocalDate.of(2026, 6, 3), LocalDate.of(2026, 6, 24)))
                .reprendre(LocalDate.of(2026, 6, 10));
        assertThat(reprise.limite()).isEqualTo(LIMITE.plusDays(7));
    }

    @Test
    void une_urgence_avance_la_cible_garde_les_jours_deja_suspendus_et_ne_touche_pas_la_date_legale() {
        HorlogeLegale suspendue = piecesDemandees(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 29))
                .reprendre(LocalDate.of(2026, 6, 8));
        HorlogeLegale urgente = suspendue.urgente(LocalDate.of(2026, 6, 8));
        assertThat(urgente.cible()).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(urgente.limite()).isEqualTo(suspendue.limite()).isEqualTo(LIMITE.plusDays(7));
    }

    @Test
    void plusieurs_suspensions_s_ajoutent() {
        HorlogeLegale deux = DEPART.suspendre(LocalDate.of(2026, 6, 1))
                .reprendre(LocalDate.of(2026, 6, 3))
                .suspendre(LocalDate.of(2026, 6, 10))
                .reprendre(LocalDate.of(2026, 6, 15));
        assertThat(deux.joursSuspendus()).isEqualTo(7);
        assertThat(deux.limite()).isEqualTo(LIMITE);
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
        HorlogeLegale sans =
                HorlogeLegale.de(null, null).suspendre(LocalDate.of(2026, 6, 5)).reprendre(LocalDate.of(2026, 6, 8));
        assertThat(sans.cible()).isNull();
        assertThat(sans.limite()).isNull();
        assertThat(sans.joursSuspendus()).isEqualTo(3);
    }
}
