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
    private static final LocalDate JOUR = LocalDate.of(2025, 1, 1);
    private static final TableVerifiee PARAMETRES = new TableVerifiee("parametres-instances");
    private static final TableVerifiee COMPOSITION = new TableVerifiee("composition-instances");
    private static final TableVerifiee AVIS = new TableVerifiee("avis-instances");

    @Test
    void l_equipe_delibere_a_plus_de_la_moitie_des_sieges() {
        RegleDeclenchee ligne = PARAMETRES.ligne(faits("instance", EQUIPE, "jour", JOUR));
        assertThat(ligne.sorties())
                .containsEntry("quorumPart", 50)
                .containsEntry("convocationJours", 5)
                .containsEntry("horizonMois", 18)
                .containsEntry("prefixe", "EQU");
        assertThat(ligne.texte("certitude")).isEqualTo("U");
        assertThat(PARAMETRES.regles()).hasSize(1);
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
        assertThat(COMPOSITION.regles()).hasSize(4);
    }

    @Test
    void chaque_question_a_ses_avis_dont_un_seul_ne_tranche_pas() {
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
        AVIS.chaqueLigneEstVerifiee(vues, 8);
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
