package fr.jalon.orientation;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.TableVerifiee;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the accompaniment: what a diagnosis says, when it is reviewed. */
class AccompagnementDecisionTest {

    private static final TableVerifiee NIVEAUX = new TableVerifiee("niveau-levier");
    private static final TableVerifiee BILAN = new TableVerifiee("delai-bilan");
    private static final TableVerifiee CONTRADICTIONS = new TableVerifiee("contradictions-situation");
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-orientation");

    @ParameterizedTest(name = "moyenne {0}, plus basse {1} : {2}")
    @CsvSource({
        "0, 0, FREIN_FORT",
        "0.99, 0, FREIN_FORT",
        "1, 0, FREIN",
        "2.5, 0, FREIN",
        "1, 1, FREIN",
        "1.99, 1, FREIN",
        "2, 1, A_CONSOLIDER",
        "2.49, 1, A_CONSOLIDER",
        "2.5, 1, APPUI",
        "2.5, 2, APPUI",
        "3, 3, APPUI"
    })
    void la_moyenne_et_la_reponse_la_plus_basse_donnent_le_niveau(double moyenne, int plusBasse, String attendu) {
        assertThat(NIVEAUX.ligne(faits("moyenne", moyenne, "plusBasse", plusBasse))
                        .texte("niveau"))
                .isEqualTo(attendu);
    }

    @Test
    void ce_dont_la_personne_ne_parle_pas_n_est_pas_un_frein() {
        assertThat(NIVEAUX.ligne(faits("moyenne", null, "plusBasse", null)).texte("niveau"))
                .isEqualTo("NON_ABORDE");
    }

    @Test
    void toute_combinaison_de_quatre_reponses_a_un_niveau_et_un_seul() {
        for (int somme = 0; somme <= 12; somme++) {
            for (int plusBasse = 0; plusBasse <= somme / 4; plusBasse++) {
                assertThat(NIVEAUX.evaluer(faits("moyenne", somme / 4.0, "plusBasse", plusBasse)))
                        .as(somme + " " + plusBasse)
                        .hasSize(1);
            }
        }
        NIVEAUX.chaqueLigneEstVerifiee(
                List.of("NonAborde", "FreinFort", "UneReponseBloque", "Frein", "AConsolider", "Appui"), 6);
    }

    private static Map<String, Object> situation(String parcours, Object... donnes) {
        Map<String, Object> tous = new HashMap<>(faits(
                "freinSante", null, "handicap", null, "freinLogement", null, "freinGarde", null, "parentIsole", false));
        tous.put("exemption", null);
        tous.put("parcours", parcours);
        tous.putAll(faits(donnes));
        return tous;
    }

    static Stream<Arguments> bilans() {
        return Stream.of(
                Arguments.of("SocialSante", situation("SOCIAL", "freinSante", "MOYEN")),
                Arguments.of("SocialHandicap", situation("SOCIAL", "handicap", true)),
                Arguments.of("SocialExemption", situation("SOCIAL", "exemption", "INVALIDITE")),
                Arguments.of("SocialLogement", situation("SOCIAL", "freinLogement", "FORT")),
                Arguments.of("SocialGarde", situation("SOCIAL", "freinGarde", "MOYEN")),
                Arguments.of("SocialParentIsole", situation("SOCIAL", "parentIsole", true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bilans")
    void le_parcours_social_se_revoit_a_douze_mois_pour_ces_raisons(String regle, Map<String, Object> faits) {
        assertThat(BILAN.declenchees(faits)).containsExactly("Social", regle);
        assertThat(mois(faits)).containsExactly(6, 12);
    }

    @Test
    void sans_ces_raisons_le_point_vient_a_six_mois() {
        assertThat(BILAN.declenchees(
                        situation("SOCIAL", "handicap", false, "freinSante", "AUCUN", "exemption", "AUTRE")))
                .containsExactly("Social");
        for (String parcours : List.of("EMPLOI", "SOCIO_PROFESSIONNEL")) {
            assertThat(BILAN.declenchees(situation(parcours, "handicap", true, "freinSante", "FORT")))
                    .containsExactly("Professionnel");
            assertThat(mois(situation(parcours))).containsExactly(6);
        }
        assertThat(BILAN.evaluer(situation(null))).isEmpty();
        BILAN.chaqueLigneEstVerifiee(
                Stream.concat(Stream.of("Social", "Professionnel"), bilans().map(a -> (String) a.get()[0]))
                        .toList(),
                8);
    }

    private static List<Integer> mois(Map<String, Object> faits) {
        return BILAN.evaluer(faits).stream()
                .map(r -> ((Number) r.sorties().get("mois")).intValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "DUREE_MINIMALE_JOURS, 7",
        "HEURES_PREVUES, 15",
        "SEUIL_REVENUS_CONTRAT, 500",
        "LECTURE_ANCIEN_REFERENT_JOURS, 90",
        "DIAGNOSTIC_VALABLE_JOURS, 365",
        "MARGE_BILAN_JOURS, 30",
        "ORIENTEE_LEGAL_JOURS, 42",
        "ORIENTEE_INDICATEUR_JOURS, 45",
        "RENCONTREE_TOT_JOURS, 15",
        "RENCONTREE_JOURS, 30",
        "CRENEAU_JOURS_OUVRES, 5",
        "CRENEAU_MINUTES, 45",
        "CONTRAT_JOURS, 31",
        "PASSEE_JOURS, 90",
        "RENDEZ_VOUS_JOURS_MAX, 90"
    })
    void chaque_parametre_a_sa_valeur(String nom, int valeur) {
        assertThat(PARAMETRES.ligne(faits("parametre", nom)).sorties()).containsEntry("valeur", valeur);
        assertThat(PARAMETRES.regles()).hasSize(15);
    }

    @Test
    void une_antenne_recoit_aux_heures_de_la_table_et_jamais_la_fin_de_semaine() {
        TableVerifiee horaires = new TableVerifiee("horaires-antennes");
        List<String> vues = new java.util.ArrayList<>();
        for (int jour = 1; jour <= 7; jour++) {
            List<String> plages = horaires.evaluer(faits("antenne", "KLEBER", "jourSemaine", jour)).stream()
                    .map(r -> r.texte("debut") + "-" + r.texte("fin"))
                    .toList();
            assertThat(plages).isEqualTo(jour > 5 ? List.of() : List.of("09:00-12:00", "13:30-17:00"));
            vues.addAll(horaires.declenchees(faits("antenne", "KLEBER", "jourSemaine", jour)));
        }
        horaires.chaqueLigneEstVerifiee(vues, 10);
        assertThat(horaires.evaluer(faits("antenne", null, "jourSemaine", null)))
                .isEmpty();
    }

    @Test
    void seules_les_sortes_d_organismes_que_la_loi_permet_sont_referentes() {
        TableVerifiee natures = new TableVerifiee("nature-referente");
        List<String> vues = new java.util.ArrayList<>();
        for (String oui : List.of(
                "FRANCE_TRAVAIL",
                "MISSION_LOCALE",
                "CAP_EMPLOI",
                "PLIE",
                "CCAS",
                "DEPARTEMENT",
                "CDAS",
                "ASSOCIATION")) {
            assertThat(natures.ligne(faits("nature", oui)).sorties()).containsEntry("possible", true);
            vues.addAll(natures.declenchees(faits("nature", oui)));
        }
        for (String non : List.of("CAF", "CPAM", "MDPH", "CULTURE", "MOBILITE", "SANTE", "ETAT", "AUTRE")) {
            assertThat(natures.evaluer(faits("nature", non))).as(non).isEmpty();
        }
        assertThat(natures.evaluer(faits("nature", null))).isEmpty();
        // C. trav., art. L5314-2
        assertThat(natures.ligne(faits("nature", "MISSION_LOCALE")).sorties())
                .containsEntry("ageMin", 16)
                .containsEntry("ageMax", 25);
        assertThat(natures.ligne(faits("nature", "CCAS")).sorties())
                .as("une case vide ne borne rien")
                .doesNotContainKeys("ageMin", "ageMax");
        natures.chaqueLigneEstVerifiee(vues, 8);
    }

    private static Map<String, Object> saisie(Object... donnes) {
        Map<String, Object> tous = new HashMap<>(faits("enfants", 0, "parentIsole", false, "volontairePlie", false));
        tous.putAll(faits("hebergement", null, "freinLogement", null, "freinGarde", null, "situationEmploi", null));
        tous.putAll(faits("repriseProche", null, "projet", null));
        tous.put("majoration", null);
        tous.putAll(faits(donnes));
        return tous;
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of("ParentSansEnfant", "enfants", saisie("parentIsole", true)),
                Arguments.of("GardeSansEnfant", "enfants", saisie("freinGarde", "FORT")),
                Arguments.of(
                        "SansLogementSansFrein",
                        "freinLogement",
                        saisie("hebergement", "URGENCE", "freinLogement", "AUCUN")),
                Arguments.of(
                        "PlieEnEmploi",
                        "volontairePlie",
                        saisie("situationEmploi", "INDEPENDANT", "volontairePlie", true)),
                Arguments.of(
                        "TravailEnVueSansSouhait",
                        "repriseProche",
                        saisie("repriseProche", true, "projet", "PAS_MAINTENANT")),
                Arguments.of("MajorationEnCouple", "majoration", saisie("enfants", 1, "majoration", true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void une_contradiction_est_dite_sur_sa_question(String regle, String champ, Map<String, Object> faits) {
        assertThat(CONTRADICTIONS.declenchees(faits)).containsExactly(regle);
        assertThat(CONTRADICTIONS.evaluer(faits).get(0).texte("champ")).isEqualTo(champ);
    }

    @Test
    void des_reponses_qui_vont_ensemble_passent() {
        assertThat(CONTRADICTIONS.evaluer(saisie())).isEmpty();
        assertThat(CONTRADICTIONS.evaluer(saisie("parentIsole", true, "enfants", 1, "freinGarde", "FORT")))
                .isEmpty();
        assertThat(CONTRADICTIONS.evaluer(saisie("parentIsole", true, "freinGarde", "FORT")))
                .hasSize(1);
        assertThat(CONTRADICTIONS.evaluer(saisie("hebergement", "SANS", "freinLogement", "FORT")))
                .isEmpty();
        assertThat(CONTRADICTIONS.evaluer(saisie("enfants", null, "parentIsole", true, "freinGarde", "FORT")))
                .as("personne n'a demandé combien d'enfants")
                .isEmpty();
        assertThat(CONTRADICTIONS.declenchees(saisie("parentIsole", null, "freinGarde", "FORT")))
                .containsExactly("GardeSansEnfant");
        assertThat(CONTRADICTIONS.evaluer(saisie("enfants", 1, "parentIsole", null, "majoration", true)))
                .as("personne n'a demandé si elle vit seule")
                .isEmpty();
        assertThat(CONTRADICTIONS.evaluer(saisie("repriseProche", true, "projet", "EMPLOI")))
                .isEmpty();
        assertThat(CONTRADICTIONS.evaluer(saisie("enfants", 0, "majoration", true)))
                .as("une grossesse")
                .isEmpty();
        assertThat(CONTRADICTIONS.evaluer(saisie("enfants", 1, "parentIsole", true, "majoration", true)))
                .isEmpty();
        CONTRADICTIONS.chaqueLigneEstVerifiee(
                contradictions().map(a -> (String) a.get()[0]).toList(), 6);
    }
}
