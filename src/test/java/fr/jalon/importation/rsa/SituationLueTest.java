package fr.jalon.importation.rsa;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.importation.ColonneImport;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.lecture.LectureRangee;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SituationLueTest {

    private static final LocalDate DEPOT = LocalDate.of(2026, 4, 14);

    /** M-4 to M-2 of a claim of April (CASF, R262-7). */
    private static final List<YearMonth> REFERENCE =
            List.of(YearMonth.of(2025, 12), YearMonth.of(2026, 1), YearMonth.of(2026, 2));

    private LectureRangee rangee;

    private SituationLue lire(String... cases) {
        Map<String, String> valeurs = new LinkedHashMap<>();
        for (int i = 0; i < cases.length; i += 2) {
            valeurs.put(cases[i], cases[i + 1]);
        }
        rangee = new LectureRangee(valeurs);
        return SituationLue.lire(rangee, DEPOT, REFERENCE, Set.of("SALAIRE_NET", "ALLOCATION_CHOMAGE")::contains);
    }

    private List<String> fautes() {
        return rangee.erreurs().stream().map(MessageLigne::champ).toList();
    }

    @Test
    void une_personne_seule_est_isolee_et_sans_ressource() {
        JsonNode donnees = lire("nationalite", "fr").donnees();

        assertThat(donnees.path("adultes")).hasSize(1);
        assertThat(donnees.path("adultes").path(0).path("nationalite").asString())
                .isEqualTo("FR");
        assertThat(donnees.path("adultes").path(0).path("ressources")).isEmpty();
        assertThat(donnees.path("isole").asBoolean()).isTrue();
        assertThat(donnees.path("dateDepot").asString()).isEqualTo("2026-04-14");
        assertThat(rangee.enErreur()).isFalse();
    }

    /** What a file does not say was not asked: it is never a "no". */
    @Test
    void une_case_vide_n_est_jamais_un_non() {
        JsonNode vide = lire("nationalite", "fr").donnees().path("adultes").path(0);
        Map<String, String> questions = Map.of(
                "etudiant", "etudiant",
                "stagiaireFormation", "stagiaire_formation",
                "enConge", "en_conge",
                "enceinte", "enceinte",
                "residenceStable", "residence_stable",
                "droitsPrioritairesDemandes", "droits_prioritaires",
                "pensionAlimentaireDemandee", "pension_alimentaire");
        questions.forEach((champ, colonne) -> {
            assertThat(vide.path(champ).isNull() || vide.path(champ).isMissingNode())
                    .as(champ)
                    .isTrue();
            JsonNode non = lire("nationalite", "fr", colonne, "non")
                    .donnees()
                    .path("adultes")
                    .path(0);
            assertThat(non.path(champ).isBoolean()).as(colonne).isTrue();
            assertThat(non.path(champ).asBoolean()).as(colonne).isFalse();
        });
        assertThat(vide.path("heuresTravaillees3Ans").isNumber())
                .as("des heures que personne n'a données ne sont pas zéro")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"France, FR", "française, FR", "Syrie, SY", "République démocratique du Congo, CD", "UK, GB", "zz, ZZ"})
    void une_nationalite_se_lit_par_le_nom_du_pays(String ecrite, String code) {
        assertThat(lire("nationalite", ecrite)
                        .donnees()
                        .path("adultes")
                        .path(0)
                        .path("nationalite")
                        .asString())
                .isEqualTo(code);
    }

    @Test
    void une_ligne_sans_aucune_ressource_le_dit() {
        lire("nationalite", "fr");
        assertThat(rangee.dits()).singleElement().satisfies(m -> {
            assertThat(m.champ()).isEqualTo("ressource1_type");
            assertThat(m.message()).contains("aucune ressource", "compte 0");
        });
        lire("nationalite", "fr", "ressource1_type", "Salaire net", "ressource1_m2", "0");
        assertThat(rangee.dits()).noneMatch(m -> m.message().contains("aucune ressource"));
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
        assertThat(salaire.findValuesAsString("mois")).containsExactly("2026-03", "2026-01", "");
        assertThat(salaire.findValuesAsString("type"))
                .containsExactly("SALAIRE_NET", "SALAIRE_NET", "EPARGNE_SANS_REVENU_DECLARE");
        JsonNode chomage = donnees.path("adultes").path(1).path("ressources").path(0);
        assertThat(chomage.path("mois").asString()).isEqualTo("2026-02");
        assertThat(chomage.path("interrompue").asBoolean()).isTrue();
        assertThat(donnees.path("enfants")
                        .path(1)
                        .path("ressources")
                        .path(0)
                        .path("type")
                        .asString())
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
        assertThat(lire("enfants_ages", texte).donnees().path("enfants").findValuesAsString("age"))
                .containsExactly("3", "7", "12");
    }

    @ParameterizedTest
    @CsvSource({
        "enfants_ages, aucun, enfants_ages",
        "enfants_ages, 3.7, enfants_ages",
        "ressource1_m1, 12, ressource1_type",
        "ressource1_type, salaire net, ressource1_decembre_2025",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ressource1_juillet_2026",
                "Ressource 1 : juillet 2026",
                "RESSOURCE1 JUIL. 2026",
                "ressource1_2026-07",
                "Ressource 1 - 07/2026"
            })
    void un_titre_nomme_son_mois(String titre) {
        assertThat(MoisDeRessource.lire(titre)).contains(new MoisDeRessource(1, YearMonth.of(2026, 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ressource1_type",
                "ressource1_m4",
                "ressource7_juillet_2026",
                "ressource1_2026-13",
                "juillet 2026",
                "ressource1_germinal_2026",
                "ressource1_montant"
            })
    void un_titre_qui_ne_nomme_aucun_mois_n_en_devient_pas_un(String titre) {
        assertThat(MoisDeRessource.lire(titre)).isEmpty();
    }

    @Test
    void les_mois_nommes_et_les_mois_comptes_depuis_le_depot_disent_la_meme_demande() {
        String nommes = lire(
                        "ressource1_type", "salaire net",
                        "ressource1_decembre_2025", "600",
                        "ressource1_janvier_2026", "600",
                        "ressource1_fevrier_2026", "600")
                .donnees()
                .toString();
        assertThat(rangee.dits()).isEmpty();
        String comptes = lire(
                        "ressource1_type", "salaire net",
                        "ressource1_m4", "600",
                        "ressource1_m3", "600",
                        "ressource1_m2", "600")
                .donnees()
                .toString();

        assertThat(rangee.dits()).isEmpty();
        assertThat(nommes).isEqualTo(comptes).contains("2025-12", "2026-01", "2026-02");
    }

    @Test
    void un_mois_de_reference_absent_est_dit_et_un_mois_de_trop_aussi() {
        lire("ressource1_type", "salaire net", "ressource1_m3", "600", "ressource1_m2", "600", "ressource1_m1", "600");

        assertThat(rangee.enErreur()).isFalse();
        assertThat(rangee.dits())
                .extracting(MessageLigne::champ)
                .containsExactly("ressource1_decembre_2025", "ressource1_m1");
        assertThat(rangee.dits().get(0).message()).contains("aucun montant n'est donné");
        assertThat(rangee.dits().get(1).message())
                .contains("mars 2026 n'est pas compté", "décembre 2025 à février 2026");
    }

    @Test
    void un_zero_ecrit_est_un_montant_donne() {
        lire("ressource1_type", "salaire net", "ressource1_m4", "0", "ressource1_m3", "0", "ressource1_m2", "600");

        assertThat(rangee.dits()).isEmpty();
    }

    @Test
    void refuse_un_mois_donne_par_deux_colonnes() {
        lire("ressource1_type", "salaire net", "ressource1_m3", "600", "ressource1_janvier_2026", "610");

        assertThat(rangee.erreurs()).singleElement().satisfies(e -> {
            assertThat(e.champ()).isEqualTo("ressource1_janvier_2026");
            assertThat(e.message()).contains("donne déjà janvier 2026");
        });
    }

    @Test
    void le_modele_nomme_les_mois_du_depot() {
        assertThat(ColonnesDemandeRsa.toutes(REFERENCE))
                .extracting(ColonneImport::nom)
                .contains("ressource1_decembre_2025", "ressource6_fevrier_2026")
                .doesNotContain("ressource1_m1", "ressource1_m4")
                .doesNotHaveDuplicates();
    }
}
