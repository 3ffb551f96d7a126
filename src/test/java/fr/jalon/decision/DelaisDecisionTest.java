package fr.jalon.decision;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelaisDecisionTest {

    private static final List<String> ETAPES = List.of(
            "DOSSIER",
            "UserTask_VerifierPieces",
            "UserTask_RecevoirPieces",
            "UserTask_DeciderSuiteDelai",
            "UserTask_InstruireDemande",
            "UserTask_ValiderRejet",
            "UserTask_EnregistrerDecisionCaf",
            "UserTask_ConstaterSilenceCaf",
            "UserTask_ProposerSecours");
    private static final List<String> HORLOGES = List.of(
            "REPONSE_PIECES",
            "RAPPEL_PIECES",
            "PROLONGATION_PIECES",
            "RAPPEL_PROLONGATION",
            "RELANCE_CAF",
            "SILENCE_CAF");

    private final TableVerifiee table = new TableVerifiee("delais");

    @ParameterizedTest
    @CsvSource({
        "DOSSIER,false,1,2,MOIS",
        "UserTask_VerifierPieces,false,3,5,OUVRES",
        "UserTask_VerifierPieces,true,1,2,OUVRES",
        "UserTask_RecevoirPieces,false,15,15,OUVRES",
        "UserTask_RecevoirPieces,true,5,5,OUVRES",
        "UserTask_DeciderSuiteDelai,false,2,5,OUVRES",
        "UserTask_DeciderSuiteDelai,true,1,2,OUVRES",
        "UserTask_InstruireDemande,false,5,10,OUVRES",
        "UserTask_InstruireDemande,true,1,2,OUVRES",
        "UserTask_ValiderRejet,false,3,5,OUVRES",
        "UserTask_ValiderRejet,true,1,2,OUVRES",
        "UserTask_EnregistrerDecisionCaf,false,2,5,OUVRES",
        "UserTask_EnregistrerDecisionCaf,true,1,2,OUVRES",
        "UserTask_ConstaterSilenceCaf,false,2,5,OUVRES",
        "UserTask_ConstaterSilenceCaf,true,1,2,OUVRES",
        "UserTask_ProposerSecours,false,1,2,OUVRES",
        "UserTask_ProposerSecours,true,1,1,OUVRES",
        "REPONSE_PIECES,false,15,15,OUVRES",
        "REPONSE_PIECES,true,5,5,OUVRES",
        "RAPPEL_PIECES,false,8,8,OUVRES",
        "RAPPEL_PIECES,true,3,3,OUVRES",
        "PROLONGATION_PIECES,false,10,10,OUVRES",
        "PROLONGATION_PIECES,true,5,5,OUVRES",
        "RAPPEL_PROLONGATION,false,5,5,OUVRES",
        "RAPPEL_PROLONGATION,true,3,3,OUVRES",
        "RELANCE_CAF,false,20,20,OUVRES",
        "RELANCE_CAF,true,5,5,OUVRES",
        "SILENCE_CAF,false,2,2,MOIS",
        "SILENCE_CAF,true,2,2,MOIS"
    })
    void chaque_ligne_donne_son_delai(String etape, boolean urgent, int cible, int limite, String unite) {
        RegleDeclenchee ligne = table.ligne(faits("dispositif", "RSA", "etape", etape, "urgent", urgent));

        assertThat(ligne.sorties())
                .containsEntry("joursCible", cible)
                .containsEntry("joursLimite", limite)
                .containsEntry("unite", unite);
        assertThat(ligne.texte("source")).isNotBlank();
        assertThat(ligne.texte("certitude")).isIn("A", "B", "C", "U");
    }

    @Test
    void la_cible_ne_depasse_jamais_la_limite_et_une_horloge_a_une_seule_duree() {
        for (boolean urgent : new boolean[] {false, true}) {
            for (String etape : toutes()) {
                RegleDeclenchee ligne = table.ligne(faits("dispositif", "RSA", "etape", etape, "urgent", urgent));
                int cible = (Integer) ligne.sorties().get("joursCible");
                if (etape.equals("DOSSIER") && urgent) {
                    assertThat(ligne.sorties())
                            .as("une urgence ne déplace pas la date légale")
                            .doesNotContainKey("joursLimite");
                    continue;
                }
                int limite = (Integer) ligne.sorties().get("joursLimite");
                assertThat(cible).as(etape).isPositive().isLessThanOrEqualTo(limite);
                if (HORLOGES.contains(etape)) {
                    assertThat(cible).as(etape).isEqualTo(limite);
                }
            }
        }
    }

    @Test
    void une_urgence_ne_change_rien_au_silence_qui_vaut_rejet_ni_a_ce_qui_le_confirme() {
        assertThat(table.declenchees(faits("dispositif", "RSA", "etape", "SILENCE_CAF", "urgent", true)))
                .isEqualTo(table.declenchees(faits("dispositif", "RSA", "etape", "SILENCE_CAF", "urgent", false)))
                .containsExactly("RsaSilenceCaf");
    }

    @Test
    void sans_indication_d_urgence_le_delai_normal_s_applique() {
        for (String etape : toutes()) {
            assertThat(table.declenchees(faits("dispositif", "RSA", "etape", etape)))
                    .isEqualTo(table.declenchees(faits("dispositif", "RSA", "etape", etape, "urgent", false)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UserTask_Inconnue"})
    void une_etape_inconnue_ne_donne_rien(String etape) {
        assertThat(table.evaluer(faits("dispositif", "RSA", "etape", etape, "urgent", false)))
                .isEmpty();
        assertThat(table.evaluer(faits("dispositif", "AUTRE", "etape", "DOSSIER", "urgent", false)))
                .isEmpty();
        assertThat(table.evaluer(Map.of())).isEmpty();
    }

    @Test
    void chaque_etape_du_rsa_a_une_ligne_normale_et_une_urgente_et_le_silence_une_seule() {
        List<String> vues =
                new ArrayList<>(table.declenchees(faits("dispositif", "RSA", "etape", "SILENCE_CAF", "urgent", false)));
        for (String etape : toutes()) {
            if (etape.equals("SILENCE_CAF")) {
                continue;
            }
            vues.addAll(table.declenchees(faits("dispositif", "RSA", "etape", etape, "urgent", false)));
            vues.addAll(table.declenchees(faits("dispositif", "RSA", "etape", etape, "urgent", true)));
        }
        assertThat(vues).doesNotHaveDuplicates().hasSize(29);
        Set<String> duRsa = new java.util.TreeSet<>(table.regles());
        duRsa.removeIf(id -> !id.startsWith("Rsa"));
        assertThat(new java.util.TreeSet<>(vues)).isEqualTo(duRsa);
    }

    private static List<String> toutes() {
        List<String> toutes = new ArrayList<>(ETAPES);
        toutes.addAll(HORLOGES);
        return toutes;
    }
}
