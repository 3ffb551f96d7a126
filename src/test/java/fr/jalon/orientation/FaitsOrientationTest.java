package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.parcours.FormulairesLivres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The answers of the form as the tables read them. */
class FaitsOrientationTest {

    private static List<String> questions() {
        return StreamSupport.stream(
                        FormulairesLivres.schema("recueillir-situation")
                                .path("components")
                                .spliterator(),
                        false)
                .map(c -> c.path("key").asText())
                .filter(cle -> !cle.isEmpty() && !cle.equals("attentes"))
                .toList();
    }

    @Test
    void chaque_question_du_formulaire_est_un_fait_sauf_les_mots_de_la_personne() {
        assertThat(FaitsOrientation.de(Map.of(), 40).entrees().keySet()).containsAll(questions());
    }

    @Test
    void oui_non_et_ne_sait_pas_deviennent_vrai_faux_et_inconnu() {
        Map<String, Object> faits = FaitsOrientation.de(
                        Map.of("inscrit", "OUI", "repriseProche", "NON", "majoration", "NSP"), 40)
                .entrees();
        assertThat(faits).containsEntry("inscrit", true).containsEntry("repriseProche", false);
        assertThat(faits.get("majoration")).isNull();
    }

    @Test
    void une_question_qui_ne_se_pose_pas_ne_manque_pas() {
        assertThat(FaitsOrientation.de(Map.of("inscrit", "NON"), 40).manquants())
                .doesNotContain("depuis quand elle est inscrite");
        assertThat(FaitsOrientation.de(Map.of("inscrit", "OUI"), 40).manquants())
                .contains("depuis quand elle est inscrite");
    }

    @Test
    void chaque_difficulte_forte_compte_une_fois() {
        Map<String, Object> situation = new HashMap<>();
        List<String> freins =
                questions().stream().filter(q -> q.startsWith("frein")).toList();
        freins.forEach(f -> situation.put(f, "FORT"));
        assertThat(freins).hasSize(8);
        assertThat(FaitsOrientation.de(situation, 40).entrees()).containsEntry("freinsForts", 8);
    }

    @Test
    void ce_qui_manque_se_dit_en_une_phrase_courte() {
        assertThat(manque(0)).isNull();
        assertThat(manque(2)).isEqualTo("Reste à savoir\u00a0: q1, q2.");
        assertThat(manque(7)).isEqualTo("Reste à savoir\u00a0: q1, q2, q3, q4, q5, q6, q7.");
        assertThat(manque(8)).isEqualTo("Reste à savoir\u00a0: q1, q2, q3, q4, q5, q6 et 2 autres réponses.");
    }

    private static String manque(int nombre) {
        List<String> manquants = java.util.stream.IntStream.rangeClosed(1, nombre)
                .mapToObj(i -> "q" + i)
                .toList();
        return new PropositionOrientation(Parcours.EMPLOI, "", Map.of(), List.of(), List.of(), List.of(), manquants)
                .resteASavoir();
    }

    @Test
    void les_valeurs_que_lisent_les_tables_sont_celles_du_formulaire() {
        for (String champ : List.of("inscription", "suiviePar", "recommandation")) {
            assertThat(valeurs(champ)).as(champ).contains("NSP");
        }
        assertThat(valeurs("inscription")).contains("RECENTE", "REPRISE", "ANCIENNE");
        assertThat(valeurs("recommandation"))
                .contains(java.util.Arrays.stream(Parcours.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    private static List<String> valeurs(String champ) {
        return StreamSupport.stream(
                        FormulairesLivres.schema("recueillir-situation")
                                .path("components")
                                .spliterator(),
                        false)
                .filter(c -> c.path("key").asText().equals(champ))
                .flatMap(c -> StreamSupport.stream(c.path("values").spliterator(), false))
                .map((JsonNode v) -> v.path("value").asText())
                .toList();
    }
}
