package fr.jalon.decision;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MotifsDecisionTest {

    private final TableVerifiee table = new TableVerifiee("motifs");

    static List<String> codes() {
        return new MoteurDecisionFichiers()
                .modele("motifs").getRules().stream()
                        .map(Rule::getInputEntries)
                        .map(entrees -> entrees.iterator().next().getText().getTextContent())
                        .map(cellule -> cellule.replace("\"", ""))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void chaque_motif_a_une_seule_ligne_avec_texte_et_article(String code) {
        RegleDeclenchee ligne = table.ligne(faits("motif", code));

        assertThat(ligne.texte("texte")).isNotBlank().doesNotContain("{", "}").endsWith(".");
        assertThat(ligne.texte("article")).isNotBlank();
    }

    @Test
    void un_motif_inconnu_ou_absent_ne_donne_rien() {
        assertThat(table.evaluer(faits("motif", "INCONNU"))).isEmpty();
        assertThat(table.evaluer(faits("motif", null))).isEmpty();
        assertThat(table.evaluer(Map.of())).isEmpty();
    }

    @Test
    void la_table_a_une_ligne_par_code() {
        assertThat(codes())
                .doesNotHaveDuplicates()
                .hasSize(table.regles().size())
                .hasSizeGreaterThanOrEqualTo(45);
    }
}
