package fr.jalon.importation.rsa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.lecture.LectureRangee;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SituationLueTest {

    private static final LocalDate DEPOT = LocalDate.of(2026, 4, 14);

    private LectureRangee rangee;

    private SituationLue lire(String... cases) {
        Map<String, String> valeurs = new LinkedHashMap<>();
        for (int i = 0; i < cases.length; i += 2) {
            valeurs.put(cases[i], cases[i + 1]);
        }
        rangee = new LectureRangee(valeurs);
        return SituationLue.lire(rangee, DEPOT);
    }

    private List<String> fautes() {
        return rangee.erreurs().stream().map(MessageLigne::champ).toList();
    }

    @Test
    void une_personne_seule_est_isolee_et_sans_ressource() {
        JsonNode donnees = lire("nationalite", "fr").donnees();

        assertThat(donnees.path("adultes")).hasSize(1);
        assertThat(donnees.path("adultes").path(0).path("nationalite").asText()).isEqualTo("FR");
        assertThat(donnees.path("adultes").path(0).path("ressources")).isEmpty();
        assertThat(donnees.path("isole").asBoolean()).isTrue();
        assertThat(donnees.path("dateDepot").asText()).isEqualTo("2026-04-14");
        assertThat(rangee.enErreur()).isFalse();
    }

    @Test
    void chaque_ressource_va_a_la_bonne_personne_et_au_bon_mois() {
        SituationLue lue = lire(
                "conjoint", "oui",
                "conjoint_age", "41",
                "enfants_ages", "3 ; 17",
                "ressource1_type", "Salaire net",
                "ressource1_m3", "512,30",
                "ressource1_m1", "498,00",
                "ressource2_type", "allocation chômage",
                "ressource2_de", "conjoint",
                "ressource2_m2", "701,10",
                "ressource2_interrompue", "oui",
                "ressource3_type", "rémunération apprenti",
                "ressource3_de", "enfant 2",
                "ressource3_m1", "430",
                "ressource4_type", "épargne sans revenu déclaré",
                "ressource4_montant", "3 200,00");
        JsonNode donnees = lue.donnees();

        JsonNode salaire = donnees.path("adultes").path(0).path("ressources");
        assertThat(salaire.findValuesAsText("mois")).containsExactly("2026-03", "2026-01", "null");
        assertThat(salaire.findValuesAsText("type"))
                .containsExactly("SALAIRE_NET", "SALAIRE_NET", "EPARGNE_SANS_REVENU_DECLARE");
        JsonNode chomage = donnees.path("adultes").path(1).path("ressources").path(0);
        assertThat(chomage.path("mois").asText()).isEqualTo("2026-02");
        assertThat(chomage.path("interrompue").asBoolean()).isTrue();
        assertThat(donnees.path("enfants")
                        .path(1)
                        .path("ressources")
                        .path(0)
                        .path("type")
                        .asText())
                .isEqualTo("REMUNERATION_APPRENTI");
        assertThat(donnees.path("isole").asBoolean()).isFalse();
        assertThat(lue.colonnes())
                .containsEntry("adultes[0].ressources[1].montant", "ressource1_m3")
                .containsEntry("adultes[1].ressources[0].type", "ressource2_type")
                .containsEntry("adultes[0].age", "date_naissance")
                .containsEntry("enfants[1].age", "enfants_ages");
        assertThat(rangee.enErreur()).isFalse();
    }

    @Test
    void la_meme_somme_ecrite_de_deux_facons_est_la_meme_demande() {
        String virgule = lire("ressource1_type", "SALAIRE_NET", "ressource1_m1", "500,00")
                .donnees()
                .toString();
        String point = lire("ressource1_type", "salaire net", "ressource1_m1", "500")
                .donnees()
                .toString();

        assertThat(virgule).isEqualTo(point);
    }

    @ParameterizedTest
    @CsvSource({"3 7 12", "3;7;12", "'3, 7, 12'", "3 et 7 et 12", "3/7/12"})
    void lit_les_ages_des_enfants(String texte) {
        assertThat(lire("enfants_ages", texte).donnees().path("enfants").findValuesAsText("age"))
                .containsExactly("3", "7", "12");
    }

    @ParameterizedTest
    @CsvSource({
        "enfants_ages, aucun, enfants_ages",
        "enfants_ages, 3.7, enfants_ages",
        "ressource1_m1, 12, ressource1_type",
        "ressource1_type, salaire net, ressource1_m1",
        "etudiant, parfois, etudiant",
        "mois_etranger, un, mois_etranger",
        "aide_logement, beaucoup, aide_logement"
    })
    void dit_la_case_a_corriger(String colonne, String valeur, String faute) {
        lire(colonne, valeur);

        assertThat(fautes()).containsExactly(faute);
    }

    @Test
    void refuse_la_ressource_de_quelqu_un_qui_n_est_pas_du_foyer() {
        lire("ressource1_type", "salaire net", "ressource1_de", "conjoint", "ressource1_m1", "500");
        assertThat(rangee.erreurs().get(0).message()).contains("n'est pas dans le foyer");

        lire("ressource1_type", "salaire net", "ressource1_de", "voisin", "ressource1_m1", "500");
        assertThat(rangee.erreurs().get(0).message()).contains("demandeur, conjoint, ou enfant");
    }

    @Test
    void refuse_un_conjoint_a_la_fois_decrit_et_absent() {
        lire("conjoint", "non", "conjoint_age", "40");

        assertThat(fautes()).containsExactly("conjoint");
    }

    @Test
    void chaque_colonne_a_un_nom_unique_une_aide_et_les_obligatoires_un_exemple() {
        List<ColonneImport> colonnes = ColonnesDemandeRsa.toutes();

        assertThat(colonnes).extracting(ColonneImport::nom).doesNotHaveDuplicates();
        assertThat(colonnes).allSatisfy(c -> {
            assertThat(c.nom()).matches("[a-z0-9_]+");
            assertThat(c.libelle()).isNotBlank();
            assertThat(c.aide()).isNotBlank();
            assertThat(c.obligatoire() && c.exemple().isBlank()).isFalse();
        });
    }
}
