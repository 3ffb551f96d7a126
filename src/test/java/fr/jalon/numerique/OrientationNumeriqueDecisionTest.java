package fr.jalon.numerique;

import static fr.jalon.decision.TableVerifiee.combinaisons;
import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.TableVerifiee;
import fr.jalon.essais.ModelesDuDepot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The table of the digital orientation: each row alone, every combination that the form allows, and what is not known. */
class OrientationNumeriqueDecisionTest {

    private static final TableVerifiee TABLE = new TableVerifiee("orientation-numerique");

    private static Map<String, Object> reponses(
            String equipement, String connexion, String aisance, String souhait, Boolean demarche) {
        return faits(
                "equipement",
                equipement,
                "connexion",
                connexion,
                "aisance",
                aisance,
                "souhait",
                souhait,
                "demarche",
                demarche);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDINATEUR,DOMICILE,AUTONOME,GUICHET,false,PrefereLeGuichet,ASSISTANCE",
        "ORDINATEUR,AUCUNE,AUTONOME,APPRENDRE,false,SansConnexion ApprendrePourLEmploi,ASSISTANCE",
        "TELEPHONE,MOBILE,USAGES,APPRENDRE,true,DemarcheQuiAttend ApprendreLesDemarches,DEMARCHE",
        "TELEPHONE,MOBILE,DEBUTANT,FAIRE_AVEC,true,DemarcheQuiAttend FaireAvecQuelquUn,DEMARCHE",
        "AUCUN,AILLEURS,DEBUTANT,APPRENDRE,false,SansAppareil ApprendreLesBases,ASSISTANCE",
        "AUCUN,AUCUNE,DEBUTANT,APPRENDRE,false,SansConnexion ApprendreLesBases,ASSISTANCE",
        "ORDINATEUR,DOMICILE,USAGES,FAIRE_AVEC,false,FaireAvecQuelquUn,DEMARCHE",
        "ORDINATEUR,DOMICILE,DEBUTANT,APPRENDRE,false,ApprendreLesBases,INITIATION",
        "ORDINATEUR,DOMICILE,USAGES,APPRENDRE,false,ApprendreLesDemarches,INITIATION",
        "ORDINATEUR,DOMICILE,AUTONOME,APPRENDRE,true,ApprendrePourLEmploi,INITIATION",
        "ORDINATEUR,DOMICILE,AUTONOME,RIEN,false,RienPourLeMoment,INFORMATION",
        "AUCUN,AUCUNE,DEBUTANT,GUICHET,true,PrefereLeGuichet,ASSISTANCE"
    })
    void les_reponses_menent_a_une_orientation_et_a_ses_raisons(
            String equipement,
            String connexion,
            String aisance,
            String souhait,
            boolean demarche,
            String lignes,
            OrientationNumerique attendue) {
        Map<String, Object> faits = reponses(equipement, connexion, aisance, souhait, demarche);
        assertThat(TABLE.declenchees(faits)).containsExactlyInAnyOrder(lignes.split(" "));
        assertThat(premiere(faits).texte("orientation")).isEqualTo(attendue.name());
    }

    private static RegleDeclenchee premiere(Map<String, Object> faits) {
        return TABLE.evaluer(faits).stream()
                .min(Comparator.comparingInt(r -> ((Number) r.sorties().get("rang")).intValue()))
                .orElseThrow();
    }

    /** The answers that the form offers, question by question. */
    private static Map<String, List<?>> offertes() throws IOException {
        JsonNode formulaire =
                new ObjectMapper().readTree(Files.readString(ModelesDuDepot.fichier("diagnostic-numerique.form")));
        Map<String, List<?>> offertes = new LinkedHashMap<>();
        for (JsonNode champ : formulaire.path("components")) {
            List<Object> valeurs = new ArrayList<>();
            champ.path("values").forEach(v -> valeurs.add(v.path("value").asString()));
            if (champ.path("type").asString().equals("checkbox")) {
                valeurs.addAll(List.of(true, false));
            }
            if (champ.hasNonNull("key")) {
                offertes.put(champ.path("key").asString(), valeurs);
            }
        }
        return offertes;
    }

    @Test
    void chaque_combinaison_du_formulaire_a_une_seule_orientation_et_chaque_ligne_sert() throws IOException {
        List<Map<String, Object>> toutes = combinaisons(offertes());
        assertThat(toutes).hasSize(3 * 4 * 3 * 4 * 2);
        List<String> vues = new ArrayList<>();
        for (Map<String, Object> faits : toutes) {
            List<RegleDeclenchee> regles = TABLE.evaluer(faits);
            assertThat(regles).as("%s", faits).isNotEmpty();
            assertThat(regles)
                    .as("un seul premier rang : %s", faits)
                    .extracting(r -> r.sorties().get("rang"))
                    .doesNotHaveDuplicates();
            vues.addAll(TABLE.declenchees(faits));
        }
        TABLE.chaqueLigneEstVerifiee(vues, 9);
    }

    @Test
    void ce_que_la_personne_veut_passe_avant_ce_qui_lui_manque() {
        assertThat(premiere(reponses("AUCUN", "AUCUNE", "DEBUTANT", "GUICHET", true))
                        .id())
                .isEqualTo("Rule_PrefereLeGuichet");
        assertThat(premiere(reponses("ORDINATEUR", "DOMICILE", "AUTONOME", "RIEN", false))
                        .texte("orientation"))
                .isEqualTo("INFORMATION");
    }

    @Test
    void une_reponse_inconnue_ne_declenche_pas_ce_qui_la_regarde() {
        Map<String, Object> rien = new HashMap<>();
        for (String cle : List.of("equipement", "connexion", "aisance", "souhait", "demarche")) {
            rien.put(cle, null);
        }
        assertThat(TABLE.declenchees(rien)).isEmpty();
        assertThat(TABLE.declenchees(reponses("AUCUN", null, "DEBUTANT", "APPRENDRE", false)))
                .contains("ApprendreLesBases")
                .doesNotContain("SansConnexion");
    }
}
