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

    private static Map<String, Object> cas(String rang, String foyer, LocalDate jour) {
        return faits("rang", rang, "foyer", foyer, "jour", jour);
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
    void chaque_sanction_a_ses_bornes_et_son_article(
            String regle, String rang, String foyer, String sanction, int min, int max, int moisMin, int moisMax) {
        RegleDeclenchee ligne = GRADATION.evaluer(cas(rang, foyer, JOUR)).stream()
                .filter(r -> r.texte("sanction").equals(sanction))
                .findFirst()
                .orElseThrow();
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(ligne.sorties())
                .containsEntry("tauxMin", min)
                .containsEntry("tauxMax", max)
                .containsEntry("moisMin", moisMin)
                .containsEntry("moisMax", moisMax)
                .containsEntry("certitude", "B");
        assertThat(ligne.texte("article")).contains("L262-37", "R262-68");
        assertThat(ligne.texte("article").contains("R262-68-6")).isEqualTo(max == 50);
        boolean suspension = sanction.equals("SUSPENSION");
        assertThat(ligne.sorties()).containsEntry("levee", suspension);
        if (suspension) {
            assertThat(ligne.texte("quiChangerait")).contains("en règle");
        } else {
            assertThat(ligne.texte("quiChangerait")).isNull();
        }
    }

    @Test
    void un_premier_manquement_ne_permet_jamais_une_suppression() {
        for (String foyer : List.of("SEUL", "PLUSIEURS", "MAJORATION")) {
            assertThat(GRADATION.evaluer(cas("PREMIER", foyer, JOUR)))
                    .extracting(r -> r.texte("sanction"))
                    .containsExactly("SUSPENSION");
        }
    }

    @Test
    void chaque_cas_a_une_ligne_par_sanction_et_une_seule() {
        TreeSet<String> vues = new TreeSet<>();
        Map<String, List<?>> valeurs = new LinkedHashMap<>();
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
        GRADATION.chaqueLigneEstVerifiee(vues, 6);
    }

    @Test
    void avant_le_decret_ou_sans_un_fait_la_table_ne_dit_rien() {
        assertThat(GRADATION.evaluer(cas("PREMIER", "SEUL", ENTREE_EN_VIGUEUR.minusDays(1))))
                .isEmpty();
        assertThat(GRADATION.evaluer(cas("PREMIER", "SEUL", ENTREE_EN_VIGUEUR))).hasSize(1);
        assertThat(GRADATION.evaluer(cas(null, "SEUL", JOUR))).isEmpty();
        assertThat(GRADATION.evaluer(cas("PREMIER", null, JOUR))).isEmpty();
        assertThat(GRADATION.evaluer(cas("PREMIER", "SEUL", null))).isEmpty();
        assertThat(GRADATION.evaluer(cas("PREMIER", "AUTRE", JOUR))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ContratNonEtabli,CONTRAT_NON_ETABLI,true",
        "ContratNonRespecte,CONTRAT_NON_RESPECTE,true",
        "RefusControle,REFUS_CONTROLE,false",
        "DocumentsManquants,DOCUMENTS_MANQUANTS,false"
    })
    void un_document_qui_manque_n_est_jamais_un_manquement(String regle, String nature, boolean recevable) {
        RegleDeclenchee ligne = RECEVABLE.ligne(faits("natureManquement", nature));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(ligne.sorties()).containsEntry("recevable", recevable);
        assertThat(ligne.texte("raison")).isNotBlank();
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
    @CsvSource({
        "OBSERVATIONS_JOURS,ObservationsJours,30",
        "ACHEMINEMENT_JOURS,AcheminementJours,3",
        "REPETITION_MOIS,RepetitionMois,24"
    })
    void chaque_delai_est_date_et_a_confirmer(String parametre, String regle, int valeur) {
        RegleDeclenchee ligne = PARAMETRES.ligne(faits("parametre", parametre, "jour", ENTREE_EN_VIGUEUR));
        assertThat(ligne.id()).isEqualTo("Rule_" + regle);
        assertThat(ligne.sorties()).containsEntry("valeur", valeur).containsEntry("certitude", "U");
        assertThat(PARAMETRES.evaluer(faits("parametre", parametre, "jour", ENTREE_EN_VIGUEUR.minusDays(1))))
                .isEmpty();
        assertThat(PARAMETRES.evaluer(faits("parametre", parametre, "jour", null)))
                .isEmpty();
        assertThat(PARAMETRES.regles()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AUTRE"})
    void un_parametre_inconnu_n_a_pas_de_ligne(String parametre) {
        assertThat(PARAMETRES.evaluer(faits("parametre", parametre, "jour", JOUR)))
                .isEmpty();
    }
}
