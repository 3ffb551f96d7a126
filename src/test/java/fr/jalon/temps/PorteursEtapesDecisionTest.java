package fr.jalon.temps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.TableVerifiee;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose time a step is: table porteurs-etapes, row by row. */
class PorteursEtapesDecisionTest {

    private static final List<String> ETAPES = List.of(
            "UserTask_VerifierPieces",
            "UserTask_RecueillirAvisEquipe",
            "UserTask_RecueillirAvisSanction",
            "UserTask_ProposerSecours",
            "UserTask_RetrouverPersonne",
            "UserTask_InventeeParUnPilote");

    private final TableVerifiee table = new TableVerifiee("porteurs-etapes");

    @ParameterizedTest
    @CsvSource({
        "UserTask_VerifierPieces, '', Service, SERVICE, 2",
        "UserTask_RecevoirPieces, personne, AttentePersonne, PERSONNE, 2",
        "UserTask_NoterResultat, partenaire, AttentePartenaire, PARTENAIRE, 2",
        "UserTask_EnregistrerDecisionCaf, caf, AttenteCaf, CAF, 2",
        "UserTask_RecueillirAvisEquipe, '', SuivreInstance, COMMISSION, 2",
        "UserTask_ProposerSecours, '', EtapeACote, SERVICE, 1"
    })
    void une_etape_est_a_un_porteur(String etape, String attente, String ligne, String porteur, int poids) {
        RegleDeclenchee regle = table.ligne(Map.of("etape", etape, "attente", attente));
        assertThat(regle.id()).isEqualTo("Rule_" + ligne);
        assertThat(Porteur.valueOf(regle.texte("porteur"))).isEqualTo(Porteur.valueOf(porteur));
        assertThat(((Number) regle.sorties().get("poids")).intValue()).isEqualTo(poids);
    }

    @Test
    void chaque_etape_quoi_qu_elle_attende_a_une_ligne_et_une_seule() {
        List<String> vues = new ArrayList<>();
        for (String etape : ETAPES) {
            for (String attente : List.of("", "personne", "partenaire", "caf", "inconnu")) {
                List<String> lignes = table.declenchees(Map.of("etape", etape, "attente", attente));
                assertThat(lignes).as(etape + " / " + attente).hasSize(1);
                vues.addAll(lignes);
            }
        }
        table.chaqueLigneEstVerifiee(vues, 6);
    }
}
