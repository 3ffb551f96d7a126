package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.moteur.FormulairesLivres;
import fr.jalon.usager.Naissance;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The answers of the form as the tables read them. */
class FaitsOrientationTest {

    private static List<String> questions() {
        return StreamSupport.stream(
                        FormulairesLivres.schema("recueillir-situation")
                                .path("components")
                                .spliterator(),
                        false)
                .map(c -> c.path("key").asString())
                .filter(cle -> !cle.isEmpty() && !cle.equals("attentes"))
                .toList();
    }

    @Test
    void chaque_question_du_formulaire_est_un_fait_sauf_les_mots_de_la_personne() {
        assertThat(FaitsOrientation.de(Map.of(), Naissance.Age.de(40)).entrees().keySet())
                .containsAll(questions());
    }

    @Test
    void oui_non_et_ne_sait_pas_deviennent_vrai_faux_et_inconnu() {
        Map<String, Object> faits = FaitsOrientation.de(
                        Map.of("seProjette", "OUI", "repriseProche", "NON", "majoration", "NSP"), Naissance.Age.de(40))
                .entrees();
        assertThat(faits).containsEntry("seProjette", true).containsEntry("repriseProche", false);
        assertThat(faits.get("majoration")).isNull();
    }

    @Test
    void ce_que_personne_n_a_demande_est_inconnu_et_reste_a_demander_jamais_non() {
        FaitsOrientation rien = FaitsOrientation.de(Map.of(), Naissance.Age.de(40));
        questions().forEach(q -> assertThat(rien.entrees().get(q)).as(q).isNull());
        assertThat(rien.manquants()).hasSize(questions().size());
        FaitsOrientation dites = FaitsOrientation.de(
                Map.of("parentIsole", "NON", "volontairePlie", "NSP", "enfants", 0), Naissance.Age.de(40));
        assertThat(dites.entrees()).containsEntry("parentIsole", false).containsEntry("enfants", 0);
        assertThat(dites.entrees().get("volontairePlie")).isNull();
        assertThat(dites.manquants())
                .doesNotContain("les enfants à charge", "si elle élève seule ses enfants")
                .contains("si elle veut être suivie par le PLIE");
    }

    @Test
    void chaque_question_a_trois_etats_et_aucune_case_ne_confond_non_et_pas_demande() {
        FormulairesLivres.schema("recueillir-situation")
                .path("components")
                .forEach(c -> assertThat(c.path("type").asString()).isNotIn("checkbox", "checklist"));
        for (String champ : List.of("repriseProche", "handicap", "seProjette", "volontairePlie", "parentIsole")) {
            assertThat(valeurs(champ)).as(champ).containsExactly("OUI", "NON", "NSP");
        }
    }

    @Test
    void ce_qui_manque_se_dit_en_une_phrase_courte() {
        assertThat(manque(0)).isNull();
        assertThat(manque(2)).isEqualTo("À demander\u00a0: q1, q2.");
        assertThat(manque(7)).isEqualTo("À demander\u00a0: q1, q2, q3, q4, q5, q6, q7.");
        assertThat(manque(8)).isEqualTo("À demander\u00a0: q1, q2, q3, q4, q5, q6 et 2 autres réponses.");
    }

    private static String manque(int nombre) {
        List<String> manquants = java.util.stream.IntStream.rangeClosed(1, nombre)
                .mapToObj(i -> "q" + i)
                .toList();
        return new PropositionOrientation(
                        Parcours.EMPLOI, "", Map.of(), List.of(), List.of(), List.of(), List.of(), manquants)
                .aDemander();
    }

    @Test
    void les_valeurs_que_lisent_les_tables_sont_celles_du_formulaire() {
        for (String champ : List.of("suiviePar", "recommandation")) {
            assertThat(valeurs(champ)).as(champ).contains("NSP");
        }
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
                .filter(c -> c.path("key").asString().equals(champ))
                .flatMap(c -> StreamSupport.stream(c.path("values").spliterator(), false))
                .map((JsonNode v) -> v.path("value").asString())
                .toList();
    }
}
