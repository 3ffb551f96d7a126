package fr.jalon.sanction;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.TableVerifiee;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the sanction, row by row: bounds, missing inputs, overlap, completeness (regles, section 3). */
class SanctionDecisionTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 6, 1);
    private static final LocalDate ENTREE_EN_VIGUEUR = LocalDate.of(2025, 6, 1);
    private static final TableVerifiee GRADATION = new TableVerifiee("manquement-sanction");
    private static final TableVerifiee RECEVABLE = new TableVerifiee("manquement-recevable");
    private static final TableVerifiee AVIS = new TableVerifiee("avis-equipe-sanction");
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-sanction");

    private static final TableVerifiee SUITES = new TableVerifiee("suites-sanction");
    private static final TableVerifiee FINALITES = new TableVerifiee("finalites-calculs");
    private static final List<String> NATURES = List.of("CONTRAT_NON_ETABLI", "CONTRAT_NON_RESPECTE", "REFUS_CONTROLE");

    private static Map<String, Object> cas(String nature, String rang, String foyer, LocalDate jour) {
        return faits("natureManquement", nature, "rang", rang, "foyer", foyer, "jour", jour);
    }

    @ParameterizedTest
    @CsvSource({
        "PremierSeulSuspension,PREMIER,SEUL,SUSPENSION,30,100,1,2",
        "PremierFoyerSuspension,PREMIER,PLUSIEURS,SUSPENSION,30,50,1,2",
        "PremierFoyerSuspension,PREMIER,MAJORATION,SUSPENSION,30,50,1,2",
        "RepeteSeulSuspension,REPETE,SEUL,SUSPENSION,30,100,1,4",
        "RepeteSeulSuppression,REPETE,SEUL,SUPPRESSION,30,100,1,4",
        "RepeteFoyerSuspension,REPETE,PLUSIEURS,SUSPENSION,30,50,1,4",
        "RepeteFoyerSuspension,REPETE,MAJORATION,SUSPENSION,30,50,1,4",
        "RepeteFoyerSuppression,REPETE,PLUSIEURS,SUPPRESSION,30,50,1,4",
        "RepeteFoyerSuppression,REPETE,MAJORATION,SUPPRESSION,30,50,1,4"
    })
    void chaque_sanction_a_ses_bornes_et_l_article_de_son_manquement(
            String regle, String rang, String foyer, String sanction, int min, int max, int moisMin, int moisMax) {
        Map<String, List<String>> articles = Map.of(
                "CONTRAT_NON_ETABLI", List.of("Etabli", "(I, 1°)", "R262-68", "B"),
                "CONTRAT_NON_RESPECTE", List.of("Respecte", "(I, 2°)", "R262-68-1", "C"));
        articles.forEach((nature, attendu) -> {
            RegleDeclenchee ligne = GRADATION.evaluer(cas(nature, rang, foyer, JOUR)).stream()
                    .filter(r -> r.texte("sanction").equals(sanction))
                    .findFirst()
                    .orElseThrow();
            assertThat(ligne.id()).isEqualTo("Rule_" + attendu.get(0) + regle);
            assertThat(ligne.sorties())
                    .containsEntry("tauxMin", min)
                    .containsEntry("tauxMax", max)
                    .containsEntry("moisMin", moisMin)
                    .containsEntry("moisMax", moisMax)
                    .containsEntry("certitude", attendu.get(3));
            assertThat(ligne.texte("article")).contains("L262-37", attendu.get(1), attendu.get(2));
            assertThat(ligne.texte("article").contains("R262-68-1")).isEqualTo(nature.equals("CONTRAT_NON_RESPECTE"));
            assertThat(ligne.texte("article").contains("R262-68-6")).isEqualTo(max == 50);
            boolean suspension = sanction.equals("SUSPENSION");
            assertThat(ligne.sorties()).containsEntry("levee", suspension);
            if (suspension) {
                assertThat(ligne.texte("quiChangerait")).contains("s'arrête");
            } else {
                assertThat(ligne.texte("quiChangerait")).isNull();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"SEUL,Seul,100", "PLUSIEURS,Foyer,50", "MAJORATION,Foyer,50"})
    void un_refus_de_controle_mene_a_une_suppression_dont_les_bornes_restent_a_confirmer(
            String foyer, String regle, int max) {
        for (Rang rang : Rang.values()) {
            List<RegleDeclenchee> lignes = GRADATION.evaluer(cas("REFUS_CONTROLE", rang.name(), foyer, JOUR));
            assertThat(lignes).hasSize(1);
            assertThat(lignes.get(0).id()).isEqualTo("Rule_Controle" + regle + "Suppression");
            assertThat(lignes.get(0).sorties())
                    .containsEntry("sanction", "SUPPRESSION")
                    .containsEntry("tauxMax", max)
                    .containsEntry("levee", false)
                    .containsEntry("certitude", "U");
            assertThat(lignes.get(0).texte("article")).contains("L262-37 (II, 3°)");
        }
    }

    @Test
    void un_premier_manquement_au_contrat_ne_permet_jamais_une_suppression() {
        for (String nature : NATURES.subList(0, 2)) {
            for (String foyer : List.of("SEUL", "PLUSIEURS", "MAJORATION")) {
                assertThat(GRADATION.evaluer(cas(nature, "PREMIER", foyer, JOUR)))
                        .extracting(r -> r.texte("sanction"))
                        .containsExactly("SUSPENSION");
            }
        }
    }

    @Test
    void chaque_cas_a_une_ligne_par_sanction_et_une_seule() {
        TreeSet<String> vues = new TreeSet<>();
        Map<String, List<?>> valeurs = new LinkedHashMap<>();
        valeurs.put("natureManquement", NATURES);
        valeurs.put("rang", Arrays.stream(Rang.values()).map(Enum::name).toList());
        valeurs.put("foyer", List.of("SEUL", "PLUSIEURS", "MAJORATION"));
        valeurs.put("jour", List.of(ENTREE_EN_VIGUEUR, JOUR));
        TableVerifiee.combinaisons(valeurs).forEach(cas -> {
            List<String> sanctions = GRADATION.evaluer(cas).stream()
                    .map(r -> r.texte("sanction"))
                    .toList();
            assertThat(sanctions).as("%s", cas).isNotEmpty().doesNotHaveDuplicates();
            vues.addAll(GRADATION.declenchees(cas));
        });
        GRADATION.chaqueLigneEstVerifiee(vues, 14);
    }

    @Test
    void avant_le_decret_ou_sans_un_fait_la_table_ne_dit_rien() {
        String nature = NATURES.get(0);
        assertThat(GRADATION.evaluer(cas(nature, "PREMIER", "SEUL", ENTREE_EN_VIGUEUR.minusDays(1))))
                .isEmpty();
        assertThat(GRADATION.evaluer(cas(nature, "PREMIER", "SEUL", ENTREE_EN_VIGUEUR)))
                .hasSize(1);
        assertThat(GRADATION.evaluer(cas(null, "PREMIER", "SEUL", JOUR))).isEmpty();
        assertThat(GRADATION.evaluer(cas("DOCUMENTS_MANQUANTS", "PREMIER", "SEUL", JOUR)))
                .isEmpty();
        assertThat(GRADATION.evaluer(cas(nature, null, "SEUL", JOUR))).isEmpty();
        assertThat(GRADATION.evaluer(cas(nature, "PREMIER", null, JOUR))).isEmpty();
        assertThat(GRADATION.evaluer(cas(nature, "PREMIER", "SEUL", null))).isEmpty();
        assertThat(GRADATION.evaluer(cas(nature, "PREMIER", "AUTRE", JOUR))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TotaleContratNonEtabli,CONTRAT_NON_ETABLI,SUPPRESSION,100,4,true,B",
        "TotaleContratNonRespecte,CONTRAT_NON_RESPECTE,SUPPRESSION,100,4,true,C",
        "TotaleCourte,CONTRAT_NON_ETABLI,SUPPRESSION,100,3,false,B",
        "TotaleCourte,CONTRAT_NON_RESPECTE,SUPPRESSION,100,1,false,B",
        "Partielle,CONTRAT_NON_ETABLI,SUPPRESSION,99,4,false,B",
        "Controle,REFUS_CONTROLE,SUPPRESSION,100,4,false,U",
        "Suspension,CONTRAT_NON_ETABLI,SUSPENSION,100,4,false,B"
    })
    void seule_une_suppression_totale_de_quatre_mois_a_une_suite(
            String regle, String nature, String sanction, int taux, int mois, boolean suite, String certitude) {
        RegleDeclenchee ligne =
                SUITES.ligne(faits("natureManquement", nature, "sanction", sanction, "taux", taux, "mois", mois));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(ligne.sorties()).containsEntry("radiation", suite).containsEntry("finDroit", suite);
        assertThat(ligne.texte("certitude")).isEqualTo(certitude);
        assertThat(SUITES.regles()).hasSize(6);
    }

    @Test
    void chaque_sanction_possible_a_une_suite_connue_et_un_fait_absent_n_en_a_aucune() {
        for (String nature : NATURES) {
            for (Sanction sanction : Sanction.values()) {
                for (int taux : new int[] {30, 99, 100}) {
                    for (int mois : new int[] {1, 3, 4}) {
                        assertThat(SUITES.evaluer(faits(
                                        "natureManquement",
                                        nature,
                                        "sanction",
                                        sanction.name(),
                                        "taux",
                                        taux,
                                        "mois",
                                        mois)))
                                .hasSize(1);
                    }
                }
            }
        }
        assertThat(SUITES.evaluer(faits("natureManquement", NATURES.get(0), "sanction", null, "taux", 100, "mois", 4)))
                .isEmpty();
    }

    @Test
    void le_but_du_calcul_est_dit_en_mots() {
        assertThat(FINALITES.ligne(faits("calcul", "SANCTION")).texte("finalite"))
                .startsWith("trouver");
        assertThat(FINALITES.evaluer(faits("calcul", "AUTRE"))).isEmpty();
        assertThat(FINALITES.evaluer(faits("calcul", null))).isEmpty();
        assertThat(FINALITES.regles()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ContratNonEtabli,CONTRAT_NON_ETABLI,true",
        "ContratNonRespecte,CONTRAT_NON_RESPECTE,true",
        "RefusControle,REFUS_CONTROLE,true",
        "DocumentsManquants,DOCUMENTS_MANQUANTS,false"
    })
    void un_document_qui_manque_n_est_jamais_un_manquement(String regle, String nature, boolean recevable) {
        RegleDeclenchee ligne = RECEVABLE.ligne(faits("natureManquement", nature));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(ligne.sorties()).containsEntry("recevable", recevable);
        assertThat(ligne.texte("raison")).isNotBlank();
        assertThat(ligne.texte("enRegle") != null).isEqualTo(recevable);
        assertThat(ligne.texte("article")).isNotBlank();
        assertThat(ligne.texte("certitude")).isEqualTo(nature.equals("DOCUMENTS_MANQUANTS") ? "C" : "B");
    }

    @Test
    void un_manquement_inconnu_ou_absent_n_a_pas_de_ligne() {
        assertThat(RECEVABLE.evaluer(faits("natureManquement", "RADIATION"))).isEmpty();
        assertThat(RECEVABLE.evaluer(faits("natureManquement", null))).isEmpty();
        assertThat(RECEVABLE.regles()).hasSize(4);
    }

    @Test
    void l_avis_est_obligatoire_pour_une_suppression_seulement() {
        Map<String, String> attendues = new HashMap<>();
        attendues.put("SUPPRESSION true", "Suppression");
        attendues.put("SUPPRESSION false", "Suppression");
        attendues.put("SUPPRESSION null", "Suppression");
        attendues.put("SUSPENSION true", "SuspensionAvisDemande");
        attendues.put("SUSPENSION false", "SuspensionSansAvis");
        attendues.put("SUSPENSION null", "SuspensionSansAvis");
        for (Sanction sanction : Sanction.values()) {
            for (Boolean demande : new Boolean[] {true, false, null}) {
                RegleDeclenchee ligne = AVIS.ligne(faits("sanction", sanction.name(), "avisDemande", demande));
                assertThat(ligne.id()).isEqualTo("Rule_" + attendues.get(sanction + " " + demande));
                assertThat(ligne.sorties().get("avisRequis"))
                        .isEqualTo(sanction == Sanction.SUPPRESSION || Boolean.TRUE.equals(demande));
            }
        }
        AVIS.chaqueLigneEstVerifiee(attendues.values(), 3);
        assertThat(AVIS.evaluer(faits("sanction", null, "avisDemande", true))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REPETITION_MOIS,RepetitionMois,24", "DEBUT_JOURS_MAX,DebutJoursMax,90"})
    void chaque_delai_est_date_et_a_confirmer(String parametre, String regle, int valeur) {
        RegleDeclenchee ligne = PARAMETRES.ligne(faits("parametre", parametre, "jour", ENTREE_EN_VIGUEUR));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(ligne.sorties()).containsEntry("valeur", valeur).containsEntry("certitude", "U");
        assertThat(PARAMETRES.evaluer(faits("parametre", parametre, "jour", ENTREE_EN_VIGUEUR.minusDays(1))))
                .isEmpty();
        assertThat(PARAMETRES.evaluer(faits("parametre", parametre, "jour", null)))
                .isEmpty();
        assertThat(PARAMETRES.regles()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AUTRE"})
    void un_parametre_inconnu_n_a_pas_de_ligne(String parametre) {
        assertThat(PARAMETRES.evaluer(faits("parametre", parametre, "jour", JOUR)))
                .isEmpty();
    }
}
