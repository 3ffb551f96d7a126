package fr.jalon.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnonceDemonstrationTest {

    @Test
    void dit_l_adresse_le_mot_de_passe_et_chaque_compte_avec_ce_qu_il_est() {
        String annonce = AnnonceDemonstration.texte("http://127.0.0.1:8090/", "un-mot-public-2026");
        assertThat(annonce).contains("http://127.0.0.1:8090/", "un-mot-public-2026", "Ctrl-C");
        TableauLivre.lire("comptes.csv")
                .forEach(compte -> assertThat(annonce).contains(compte.get("identifiant"), compte.get("qualite")));
    }
}
