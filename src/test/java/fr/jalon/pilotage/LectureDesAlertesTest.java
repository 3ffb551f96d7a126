package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.temps.Porteur;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The file of the thresholds: read whole, or refused with its line. */
class LectureDesAlertesTest {

    private static final String BONNE = "A;Titre;PART:RETARD;*;CHAQUE;AU_DESSUS;25;20;2;7;MANAGER";

    private static List<RegleDAlerte> lire(String... lignes) {
        return LectureDesAlertes.lire(List.of(lignes), Set.of("UN"));
    }

    @Test
    void le_fichier_livre_se_lit_et_ne_montre_aucun_petit_nombre() throws IOException {
        List<RegleDAlerte> regles = LectureDesAlertes.lire(
                new ClassPathResource("pilotage/alertes.csv")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .toList(),
                Set.of("ACCUSE_DE_RECEPTION", "ORIENTATION_SIX_SEMAINES"));
        assertThat(regles).isNotEmpty().allMatch(r -> r.sansPetitNombre(5));
    }

    @Test
    void chaque_grandeur_a_son_mot() {
        assertThat(Grandeur.lire("PART:RETARD")).contains(new Grandeur.Ouverts(Situation.RETARD, true));
        assertThat(Grandeur.lire("NOMBRE:OUVERTS")).contains(new Grandeur.Ouverts(null, false));
        assertThat(Grandeur.lire("TENUS:CAF")).contains(new Grandeur.Tenus(Porteur.CAF));
        assertThat(Grandeur.lire("INDICATEUR:UN:3")).contains(new Grandeur.Indicateur("UN", 3));
        for (String faux : List.of(
                "", "PART", "PART:OUVERTS", "TENUS:MOI", "INDICATEUR:UN", "INDICATEUR:UN:0", "INDICATEUR:UN:x")) {
            assertThat(Grandeur.lire(faux)).as(faux).isEmpty();
        }
    }

    @Test
    void une_faute_se_dit_avec_sa_ligne() {
        assertThat(lire("# commentaire", "", BONNE)).hasSize(1);
        for (String faux : List.of(
                BONNE.replace("PART:RETARD", "PART:BLEU"),
                BONNE.replace("PART:RETARD", "INDICATEUR:DEUX:3"),
                BONNE.replace("AU_DESSUS", "PLUS"),
                BONNE.replace(";25;", ";beaucoup;"),
                BONNE.replace(";25;", ";-1;"),
                BONNE.replace("MANAGER", "PATRON"),
                BONNE + ";encore",
                BONNE.replace("Titre", ""))) {
            assertThatThrownBy(() -> lire("# commentaire", faux))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("alertes.csv, ligne 2");
        }
        assertThatThrownBy(() -> lire(BONNE, BONNE)).hasMessageContaining("deux fois");
    }

    @Test
    void un_seuil_trop_bas_ne_se_dit_pas_a_qui_ne_lit_aucun_petit_nombre() {
        assertThat(lire(BONNE.replace(";25;20;", ";10;20;")).get(0).sansPetitNombre(5))
                .as("plus de 10 % de 20 dossiers : peut-être trois")
                .isFalse();
        assertThat(lire(BONNE.replace("PART:", "NOMBRE:").replace(";25;", ";4;"))
                        .get(0)
                        .sansPetitNombre(5))
                .isFalse();
        assertThat(lire(BONNE.replace("AU_DESSUS;25;20", "EN_DESSOUS;80;20"))
                        .get(0)
                        .sansPetitNombre(5))
                .as("moins de 80 % de 20 dossiers tenus : quatre au moins ne le sont pas")
                .isFalse();
    }
}
