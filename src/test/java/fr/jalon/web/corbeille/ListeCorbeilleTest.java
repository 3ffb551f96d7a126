package fr.jalon.web.corbeille;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.corbeille.Onglet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ListeCorbeilleTest {

    @Test
    void plusieurs_valeurs_d_un_filtre_tiennent_dans_l_adresse_et_s_y_relisent() {
        MultiValueMap<String, String> formulaire = new LinkedMultiValueMap<>();
        formulaire.add("onglet", "A_MOI");
        formulaire.addAll("dispositif", List.of("RSA", "CFA"));
        formulaire.addAll("tri", List.of("NOM", ""));
        formulaire.add("depuis", "");
        formulaire.add("autre", "x");

        ListeCorbeille liste = ListeCorbeille.lire(formulaire);

        assertThat(liste.href()).isEqualTo("/corbeille?onglet=A_MOI&dispositif=RSA%2CCFA&tri=NOM");
        assertThat(liste.valeurs("dispositif")).containsExactly("RSA", "CFA");
        assertThat(ListeCorbeille.relire(liste.requete())).isEqualTo(liste);
        assertThat(liste.hrefTache("t1")).isEqualTo("/taches/t1?onglet=A_MOI&dispositif=RSA%2CCFA&tri=NOM");
    }

    @Test
    void une_valeur_se_retire_seule_et_ramene_a_la_premiere_page() {
        ListeCorbeille liste = ListeCorbeille.lire(Map.of("echeance", "RETARD,BIENTOT", "page", "3"));

        assertThat(liste.sans("echeance", "RETARD").href()).isEqualTo("/corbeille?echeance=BIENTOT");
        assertThat(liste.sans("echeance", "RETARD").sans("echeance", "BIENTOT").href())
                .isEqualTo("/corbeille");
        assertThat(liste.sansFiltre().href()).isEqualTo("/corbeille?onglet=A_PRENDRE");
    }

    @Test
    void les_anciennes_adresses_se_lisent_encore() {
        ListeCorbeille liste = ListeCorbeille.lire(Map.of("retard", "oui", "urgent", "oui", "onglet", "A_MOI"));

        assertThat(liste.onglet()).isEqualTo(Onglet.A_MOI);
        assertThat(liste.valeurs("echeance")).containsExactly("RETARD");
        assertThat(liste.valeurs("signe")).containsExactly("URGENT");
    }

    @Test
    void une_adresse_demesuree_est_coupee_et_le_dit() {
        ListeCorbeille liste = ListeCorbeille.lire(Map.of("dispositif", "A".repeat(5_000), "onglet", "A_MOI"));

        assertThat(liste.valeur(ListeCorbeille.COUPEE)).isEqualTo("oui");
        assertThat(liste.href()).hasSizeLessThan(100);
    }

    @Test
    void une_liste_illisible_est_la_liste_ordinaire() {
        assertThat(ListeCorbeille.relire("onglet=%ZZ&&=&x").href()).isEqualTo("/corbeille");
        assertThat(ListeCorbeille.relire(null).onglet()).isEqualTo(Onglet.A_PRENDRE);
    }
}
