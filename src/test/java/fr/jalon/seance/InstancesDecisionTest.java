package fr.jalon.seance;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.TableVerifiee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the instances: seats, quorum, opinions, row by row. */
class InstancesDecisionTest {

    private static final String EQUIPE = "EQUIPE_PLURIDISCIPLINAIRE";
    private static final String CAI = "CAI";
    private static final List<String> AIDES = List.of("AIDE_MOBILITE", "FINANCEMENT_FORMATION");
    private static final LocalDate JOUR = LocalDate.of(2025, 1, 1);
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-instances");
    private static final TableVerifiee COMPOSITION = new TableVerifiee("composition-instances");
    private static final TableVerifiee AVIS = new TableVerifiee("avis-instances");
    private static final TableVerifiee SCRUTINS = new TableVerifiee("scrutins-instances");
    private static final TableVerifiee GRILLES = new TableVerifiee("grilles-avis");

    @Test
    void l_equipe_delibere_a_plus_de_la_moitie_des_sieges() {
        RegleDeclenchee ligne = PARAMETRES.ligne(faits("instance", EQUIPE, "jour", JOUR));
        assertThat(ligne.sorties())
                .containsEntry("quorumPart", 50)
                .containsEntry("convocationJours", 5)
                .containsEntry("horizonMois", 18)
                .containsEntry("prefixe", "EQU")
                .containsEntry("deLaVille", false)
                .containsEntry("auScrutin", false);
        assertThat(ligne.texte("certitude")).isEqualTo("U");
        assertThat(PARAMETRES.regles()).hasSize(2);
    }

    @Test
    void la_cai_est_de_toute_la_ville_et_decide_au_scrutin_a_plus_de_la_moitie_des_sieges() {
        RegleDeclenchee ligne = PARAMETRES.ligne(faits("instance", CAI, "jour", JOUR));
        assertThat(ligne.sorties())
                .containsEntry("quorumPart", 50)
                .containsEntry("convocationJours", 5)
                .containsEntry("horizonMois", 18)
                .containsEntry("prefixe", "CAI")
                .containsEntry("deLaVille", true)
                .containsEntry("auScrutin", true);
        assertThat(ligne.texte("certitude")).isEqualTo("U");
    }

    @ParameterizedTest
    @CsvSource({
        "CaiDispositifs,DISPOSITIFS,1,0,1",
        "CaiAntenne,ANTENNE,1,0,2",
        "CaiDepartement,DEPARTEMENT,1,0,3",
        "CaiAllocataires,REPRESENTANT_ALLOCATAIRES,2,1,0",
        "CaiProfessionnels,PROFESSIONNEL_DIRECTION,2,0,4"
    })
    void la_cai_a_sept_sieges_et_un_rang_pour_presider(
            String regle, String qualite, int minimum, int presents, int rang) {
        List<RegleDeclenchee> lignes = COMPOSITION.evaluer(faits("instance", CAI, "jour", JOUR));
        RegleDeclenchee ligne = lignes.stream()
                .filter(r -> r.id().equals("Rule_" + regle))
                .findFirst()
                .orElseThrow();
        boolean allocataires = qualite.equals("REPRESENTANT_ALLOCATAIRES");
        assertThat(ligne.texte("qualite")).isEqualTo(qualite);
        assertThat(ligne.sorties())
                .containsEntry("minimum", minimum)
                .containsEntry("presents", presents)
                .containsEntry("rangPresidence", rang)
                .containsEntry("compteReserve", allocataires)
                .containsEntry("malgreDeports", allocataires);
        assertThat(lignes).hasSize(5);
        assertThat(lignes.stream()
                        .mapToInt(r -> ((Number) r.sorties().get("minimum")).intValue())
                        .sum())
                .isEqualTo(7);
    }

    @Test
    void la_cai_vote_a_la_majorite_des_exprimes_et_qui_preside_departage() {
        for (String question : AIDES) {
            RegleDeclenchee ligne = SCRUTINS.ligne(faits("instance", CAI, "question", question, "jour", JOUR));
            assertThat(ligne.sorties())
                    .containsEntry("majorite", "EXPRIMES")
                    .containsEntry("partage", "PRESIDENT")
                    .containsEntry("tours", 2)
                    .containsEntry("secretPossible", true);
            assertThat(ligne.texte("certitude")).isEqualTo("U");
        }
        SCRUTINS.chaqueLigneEstVerifiee(List.of("CaiAides"), 1);
        assertThat(SCRUTINS.evaluer(faits("instance", CAI, "question", "SANCTION", "jour", JOUR)))
                .isEmpty();
        assertThat(SCRUTINS.evaluer(faits("instance", EQUIPE, "question", AIDES.get(0), "jour", JOUR)))
                .isEmpty();
        assertThat(SCRUTINS.evaluer(faits("instance", CAI, "question", AIDES.get(0), "jour", JOUR.minusDays(1))))
                .isEmpty();
        assertThat(SCRUTINS.evaluer(faits("instance", CAI, "question", AIDES.get(0), "jour", null)))
                .isEmpty();
    }

    @Test
    void la_grille_des_avis_prepares_a_quatre_criteres_expliques() {
        List<String> vues = new ArrayList<>();
        for (String question : AIDES) {
            List<RegleDeclenchee> lignes = GRILLES.evaluer(faits("instance", CAI, "question", question));
            assertThat(lignes).extracting(r -> r.texte("critere")).containsExactly("BESOIN", "PROJET", "COUT", "PLAN");
            assertThat(lignes).allSatisfy(r -> {
                assertThat(r.texte("libelle")).isNotBlank();
                assertThat(r.texte("explication")).contains("1 :").contains("5 :");
            });
            vues.addAll(GRILLES.declenchees(faits("instance", CAI, "question", question)));
        }
        GRILLES.chaqueLigneEstVerifiee(vues, 4);
        assertThat(GRILLES.evaluer(faits("instance", EQUIPE, "question", "SANCTION")))
                .isEmpty();
        assertThat(GRILLES.evaluer(faits("instance", null, "question", AIDES.get(0))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EquRepresentantAllocataires,REPRESENTANT_ALLOCATAIRES,2,1",
        "EquProfessionnelInsertion,PROFESSIONNEL_INSERTION,1,1",
        "EquDepartement,DEPARTEMENT,0,0",
        "EquPartenaire,PARTENAIRE,0,0"
    })
    void deux_allocataires_siegent_et_un_au_moins_est_present(String regle, String qualite, int minimum, int presents) {
        RegleDeclenchee ligne = COMPOSITION.evaluer(faits("instance", EQUIPE, "jour", JOUR)).stream()
                .filter(r -> r.id().equals("Rule_" + regle))
                .findFirst()
                .orElseThrow();
        assertThat(ligne.texte("qualite")).isEqualTo(qualite);
        assertThat(ligne.sorties())
                .containsEntry("minimum", minimum)
                .containsEntry("presents", presents)
                .containsEntry("compteReserve", qualite.equals("REPRESENTANT_ALLOCATAIRES"))
                .containsEntry("malgreDeports", qualite.equals("REPRESENTANT_ALLOCATAIRES"));
        assertThat(COMPOSITION.regles()).hasSize(9);
    }

    @Test
    void chaque_question_a_ses_avis_et_un_seul_de_l_equipe_ne_tranche_pas() {
        List<String> vues = new ArrayList<>();
        for (String question : List.of("ABSENCES", "SANCTION")) {
            List<RegleDeclenchee> lignes = AVIS.evaluer(faits("instance", EQUIPE, "question", question));
            vues.addAll(AVIS.declenchees(faits("instance", EQUIPE, "question", question)));
            assertThat(lignes).hasSize(4).extracting(r -> r.texte("avis")).doesNotHaveDuplicates();
            assertThat(lignes)
                    .filteredOn(r -> Boolean.FALSE.equals(r.sorties().get("tranche")))
                    .extracting(r -> r.texte("avis"))
                    .containsExactly("AJOURNER");
        }
        for (String question : AIDES) {
            List<RegleDeclenchee> lignes = AVIS.evaluer(faits("instance", CAI, "question", question));
            vues.addAll(AVIS.declenchees(faits("instance", CAI, "question", question)));
            assertThat(lignes)
                    .extracting(r -> r.texte("avis"))
                    .containsExactly("ACCORD", "ACCORD_PARTIEL", "AJOURNEMENT", "REFUS");
            assertThat(lignes).allSatisfy(r -> assertThat(r.sorties()).containsEntry("tranche", true));
            assertThat(lignes.stream().filter(r -> r.texte("motifUsuel") != null))
                    .extracting(r -> r.texte("avis"))
                    .containsExactly("ACCORD");
        }
        AVIS.chaqueLigneEstVerifiee(vues, 12);
    }

    @Test
    void une_instance_inconnue_un_jour_trop_ancien_ou_un_fait_absent_ne_donnent_rien() {
        for (TableVerifiee table : List.of(PARAMETRES, COMPOSITION)) {
            assertThat(table.evaluer(faits("instance", "AUTRE", "jour", JOUR))).isEmpty();
            assertThat(table.evaluer(faits("instance", EQUIPE, "jour", JOUR.minusDays(1))))
                    .isEmpty();
            assertThat(table.evaluer(faits("instance", EQUIPE, "jour", null))).isEmpty();
            assertThat(table.evaluer(faits("instance", null, "jour", JOUR))).isEmpty();
        }
        assertThat(AVIS.evaluer(faits("instance", EQUIPE, "question", "AUTRE"))).isEmpty();
        assertThat(AVIS.evaluer(faits("instance", EQUIPE, "question", null))).isEmpty();
    }
}
