package fr.jalon.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.commun.ErreurChamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing is decided before the last day to answer is over, and that day runs from the receipt of the letter (CASF, art. L262-37). */
class DernierJourPourRepondreTest {

    private static final LocalDate RECUE = LocalDate.of(2026, 6, 3);
    private static final LocalDate DERNIER = RECUE.plusDays(30);

    private static List<String> refus(Reception reception, Observations observations, LocalDate jour) {
        ManquementVue m = new ManquementVue(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                null,
                Rang.PREMIER,
                "ali",
                null,
                RECUE.minusDays(2),
                reception,
                observations,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        List<ErreurChamp> erreurs = new ArrayList<>();
        ControleDeSanction.verifierObservations(erreurs, m, jour);
        return erreurs.stream().map(ErreurChamp::message).toList();
    }

    private static Observations dites(boolean toutDit) {
        return new Observations("ORAL", RECUE, "J'étais malade.", null, toutDit);
    }

    @Test
    void le_dernier_jour_appartient_a_la_personne() {
        Reception recue = new Reception(RECUE, true, false, DERNIER);
        assertThat(refus(recue, null, DERNIER.minusDays(1))).hasSize(1);
        assertThat(refus(recue, null, DERNIER)).singleElement().asString().contains("jusqu'au 3 juillet 2026");
        assertThat(refus(recue, null, DERNIER.plusDays(1))).isEmpty();
    }

    @Test
    void une_reponse_ne_raccourcit_le_temps_que_si_la_personne_a_tout_dit() {
        Reception recue = new Reception(RECUE, false, false, DERNIER);
        assertThat(refus(recue, dites(false), DERNIER))
                .singleElement()
                .asString()
                .contains("tenue pour reçue le 3 juin 2026");
        assertThat(refus(recue, dites(true), RECUE)).isEmpty();
    }

    @Test
    void une_personne_qui_a_tout_dit_est_d_abord_informee_par_une_lettre_partie() {
        assertThat(refus(new Reception(null, false, false, null), dites(true), DERNIER))
                .singleElement()
                .asString()
                .contains("informée par écrit avant la décision");
        assertThat(refus(new Reception(null, false, true, null), dites(true), DERNIER))
                .singleElement()
                .asString()
                .contains("revenue");
    }

    @Test
    void sans_reception_rien_ne_se_decide() {
        assertThat(refus(new Reception(null, false, false, null), null, DERNIER.plusYears(1)))
                .singleElement()
                .asString()
                .contains("pas encore partie");
        assertThat(refus(new Reception(null, false, true, null), null, DERNIER.plusYears(1)))
                .singleElement()
                .asString()
                .contains("revenue");
    }
}
