package fr.jalon.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.orientation.OrganismeReferent;
import fr.jalon.prescription.Destinataire;
import java.util.List;
import org.junit.jupiter.api.Test;

class AConfirmerTest {

    @Test
    void un_fait_que_personne_n_a_relu_se_dit_a_confirmer_et_un_fait_absent_reste_absent() {
        assertThat(AConfirmer.mots("02 99 00 00 00", true)).isEqualTo("02 99 00 00 00 (à confirmer)");
        assertThat(AConfirmer.mots("02 99 00 00 00", false)).isEqualTo("02 99 00 00 00");
        assertThat(AConfirmer.mots(null, true)).isNull();
    }

    @Test
    void la_ou_un_partenaire_se_choisit_sa_fiche_a_confirmer_le_dit() {
        assertThat(new OrganismeReferent("ML", "Mission locale", "MISSION_LOCALE", true, null, 3L, 0, false, 8, true)
                        .enUneLigne())
                .isEqualTo("Mission locale : proposé, 3 places, dans le quartier, rendez-vous sous 8 jours, fiche à"
                        + " confirmer");
        assertThat(new Destinataire(
                                "ML",
                                "ML",
                                "Mission locale",
                                "MISSION_LOCALE",
                                null,
                                null,
                                true,
                                3,
                                0,
                                false,
                                8,
                                true,
                                List.of())
                        .reperes())
                .endsWith("rendez-vous sous 8 jours, fiche à confirmer");
    }
}
