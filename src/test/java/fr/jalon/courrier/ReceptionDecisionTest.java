package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courrier.ReceptionCourrier.Retour;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a letter is held to be received, and what its return means: tables reception-courriers and retours-courrier, row by row. */
class ReceptionDecisionTest {

    private final ReceptionCourrier reception = new AtelierCourriers().reception;

    @Test
    void chaque_facon_de_partir_a_sa_presomption_en_jours_ouvres_et_seule_la_remise_est_sure() {
        LocalDate lundi = LocalDate.of(2026, 6, 1);
        assertThat(reception.presumee(lundi, ModeRemise.MAIN_PROPRE)).isEqualTo(lundi);
        assertThat(reception.presumee(lundi, ModeRemise.ELECTRONIQUE)).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(reception.presumee(lundi, ModeRemise.LETTRE_SIMPLE)).isEqualTo(LocalDate.of(2026, 6, 8));
        assertThat(reception.presumee(lundi, ModeRemise.RECOMMANDE)).isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(reception.aConfirmer(lundi, ModeRemise.MAIN_PROPRE)).isFalse();
        for (ModeRemise mode : List.of(ModeRemise.ELECTRONIQUE, ModeRemise.LETTRE_SIMPLE, ModeRemise.RECOMMANDE)) {
            assertThat(reception.aConfirmer(lundi, mode)).as(mode.name()).isTrue();
        }
    }

    @Test
    void quatre_raisons_de_retour_deux_disent_que_l_adresse_est_fausse_et_arretent() {
        assertThat(reception.retours())
                .extracting(Retour::motif, Retour::adresseFausse, Retour::arrete)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("NPAI", true, true),
                        org.assertj.core.groups.Tuple.tuple("ADRESSE_INCOMPLETE", true, true),
                        org.assertj.core.groups.Tuple.tuple("NON_RECLAME", false, false),
                        org.assertj.core.groups.Tuple.tuple("REFUSE", false, false));
        assertThat(reception.arrete("INCONNU")).isTrue();
        assertThat(reception.retour("INCONNU")).isEmpty();
    }
}
