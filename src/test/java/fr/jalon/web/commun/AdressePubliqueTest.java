package fr.jalon.web.commun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.Conflit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdressePubliqueTest {

    @Test
    void une_page_a_l_adresse_que_l_administrateur_a_ecrite() {
        assertThat(new AdressePublique("https://jalon.exemple.fr/").de("/reponse/x"))
                .isEqualTo("https://jalon.exemple.fr/reponse/x");
        assertThat(new AdressePublique(" http://127.0.0.1:8080 ").de("/a")).isEqualTo("http://127.0.0.1:8080/a");
        assertThat(new AdressePublique("https://exemple.fr/jalon").de("/a")).isEqualTo("https://exemple.fr/jalon/a");
    }

    @Test
    void sans_adresse_aucun_lien_n_est_ecrit() {
        AdressePublique absente = new AdressePublique("");
        assertThatThrownBy(() -> absente.de("/reponse/x"))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("administrateur");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jalon.exemple.fr",
                "ftp://jalon.exemple.fr",
                "javascript:alert(1)",
                "https://",
                "https://a:b@exemple.fr",
                "https://exemple.fr/?a=b",
                "https://exemple.fr/#a",
                "https://ex emple.fr"
            })
    void ce_qui_n_est_pas_l_adresse_d_un_site_arrete_le_demarrage(String adresse) {
        assertThatThrownBy(() -> new AdressePublique(adresse)).isInstanceOf(IllegalStateException.class);
    }
}
