package fr.jalon.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows extracted from the pact against what its tables hold, counted on the document itself. */
class ReferencesDuPacteTest {

    private static final List<Map<String, String>> ACTIONS = TableDeReference.lire("pacte-actions.csv");
    private static final List<Map<String, String>> OBJECTIFS = TableDeReference.lire("objectifs.csv");

    /** Objectives in the order of the pact, with the number of actions that its table gives to each. */
    @ParameterizedTest
    @CsvSource({
        "L1-RESSOURCES, 1, 7",
        "L1-FORMATION, 1, 8",
        "L2-INFORMATION, 2, 7",
        "L2-RECRUTEMENT, 2, 9",
        "L2-IAE, 2, 7",
        "L2-MEDIATION, 2, 8",
        "L2-RESEAU, 2, 11",
        "L3-DROITS, 3, 3",
        "L3-PARTICIPATION, 3, 7",
        "L3-LIEN, 3, 6",
        "L3-BENEVOLAT, 3, 4",
        "L3-CULTURE, 3, 6",
        "L3-LANGUE, 3, 5",
        "L4-ACTEURS, 4, 11",
        "L4-PROFESSIONNELS, 4, 8",
        "L4-ESC, 4, 7",
        "L5-RESEAU, 5, 6",
        "L5-EQUIPEMENT, 5, 9",
        "L5-ADMINISTRATION, 5, 4",
        "L5-MEDIATION, 5, 7",
        "L5-LEVIER, 5, 5",
        "L6-PLAN, 6, 7",
        "L6-PERMIS, 6, 6",
        "L6-AUTO-ECOLES, 6, 1",
        "L6-ALTERNATIVES, 6, 8"
    })
    void chaque_objectif_a_toutes_les_actions_de_son_tableau(String objectif, int levier, int actions) {
        assertThat(ACTIONS).filteredOn(a -> a.get("objectif").equals(objectif)).hasSize(actions);
        assertThat(OBJECTIFS)
                .filteredOn(o -> o.get("code").equals(objectif))
                .singleElement()
                .satisfies(o -> assertThat(o.get("levier")).isEqualTo(String.valueOf(levier)));
    }

    @Test
    void les_six_leviers_ont_toutes_leurs_actions() {
        Map<String, String> levierDe =
                OBJECTIFS.stream().collect(Collectors.toMap(o -> o.get("code"), o -> o.get("levier")));
        Map<String, Long> parLevier = ACTIONS.stream()
                .collect(Collectors.groupingBy(
                        a -> levierDe.get(a.get("objectif")), TreeMap::new, Collectors.counting()));
        assertThat(parLevier)
                .containsExactlyInAnyOrderEntriesOf(Map.of("1", 15L, "2", 42L, "3", 31L, "4", 26L, "5", 31L, "6", 22L));
        assertThat(ACTIONS).hasSize(167);
    }

    @Test
    void chaque_action_dit_si_une_personne_peut_l_utiliser_et_pourquoi() {
        assertThat(ACTIONS).allSatisfy(a -> {
            assertThat(a.get("offre")).as(a.get("code")).isIn("oui", "non");
            assertThat(a.get("raison")).as(a.get("code")).isNotBlank();
        });
        assertThat(ACTIONS).filteredOn(a -> a.get("offre").equals("oui")).hasSize(54);
        // What is for professionals alone is nothing that a person can use.
        assertThat(ACTIONS)
                .filteredOn(a -> a.get("publics").equals("PROFESSIONNELS"))
                .extracting(a -> a.get("offre"))
                .containsOnly("non");
    }

    @Test
    void ce_qu_une_personne_peut_utiliser_et_cela_seul_a_des_mots_simples() {
        List<Map<String, String>> offres = TableDeReference.lire("offres-du-pacte.csv");
        assertThat(offres)
                .extracting(o -> o.get("action"))
                .containsExactlyInAnyOrderElementsOf(ACTIONS.stream()
                        .filter(a -> a.get("offre").equals("oui"))
                        .map(a -> a.get("code"))
                        .toList());
        assertThat(offres).allSatisfy(o -> {
            assertThat(o.get("titre"))
                    .isNotBlank()
                    .doesNotMatch("(?i)^(développer|mettre en place|maintenir|organiser|renforcer).*");
            assertThat(o.get("description")).as(o.get("action")).isNotBlank();
        });
    }

    @Test
    void les_mots_voisins_sont_dans_la_forme_de_la_recherche() {
        for (Map<String, String> l : TableDeReference.lire("mots-voisins.csv")) {
            assertThat(l.get("mot")).matches("[a-z0-9]+");
            assertThat(TableDeReference.codes(l.get("aussi"))).isNotEmpty().allMatch(m -> m.matches("[a-z0-9]+"));
        }
        assertThat(TableDeReference.lire("mots-sans-poids.csv"))
                .allSatisfy(l -> assertThat(l.get("mot")).matches("[a-z]+"));
    }

    @Test
    void aucune_action_n_est_en_double_ni_sans_titre_ni_sans_public() {
        assertThat(ACTIONS).extracting(a -> a.get("code")).doesNotHaveDuplicates();
        assertThat(ACTIONS)
                .extracting(a -> a.get("objectif_operationnel") + "\n" + a.get("titre"))
                .doesNotHaveDuplicates();
        assertThat(ACTIONS)
                .allSatisfy(a -> assertThat(Stream.of("titre", "objectif_operationnel", "publics", "page"))
                        .allSatisfy(c -> assertThat(a.get(c)).as(c).isNotBlank()));
    }

    @Test
    void chaque_code_ecrit_quelque_part_existe() {
        Set<String> organismes = codes("organismes.csv");
        Set<String> publics = codes("publics.csv");
        Set<String> objectifs = codes("objectifs.csv");
        for (String table : List.of("pacte-actions.csv", "accompagnements.csv")) {
            for (Map<String, String> ligne : TableDeReference.lire(table)) {
                assertThat(organismes).containsAll(TableDeReference.codes(ligne.get("organismes")));
                assertThat(publics).containsAll(TableDeReference.codes(ligne.get("publics")));
                assertThat(objectifs).contains(ligne.get("objectif"));
            }
        }
        assertThat(TableDeReference.lire("lieux.csv"))
                .extracting(l -> l.get("organisme"))
                .allMatch(organismes::contains);
        assertThat(TableDeReference.lire("organismes.csv"))
                .extracting(o -> o.get("nature"))
                .allMatch(codes("natures.csv")::contains);
    }

    @Test
    void deux_quartiers_voisins_le_sont_dans_les_deux_sens() {
        Voisinages voisinages = new Voisinages();
        for (int a = 1; a <= 12; a++) {
            assertThat(voisinages.proximite("Q" + a, "Q" + a)).isZero();
            for (int b = 1; b <= 12; b++) {
                assertThat(voisinages.proximite("Q" + a, "Q" + b)).isEqualTo(voisinages.proximite("Q" + b, "Q" + a));
            }
        }
        assertThat(voisinages.proximite("Q10", "Q4")).isEqualTo(1);
        assertThat(voisinages.proximite("Q10", "Q11")).isEqualTo(2);
        assertThat(voisinages.proximite(null, "Q1")).isEqualTo(2);
    }

    @Test
    void aucune_personne_n_est_nommee() {
        // Names of the elected members and of the town's staff on page 34 and in the preface of the pact.
        List<String> noms = List.of("Appéré", "Bourcier", "Eglizeaud", "Debroise", "Andro", "Le Menn");
        for (String table : List.of(
                "organismes.csv", "lieux.csv", "pacte-actions.csv", "offres-du-pacte.csv", "accompagnements.csv")) {
            assertThat(TableDeReference.lire(table).stream().flatMap(l -> l.values().stream()))
                    .noneMatch(v -> noms.stream().anyMatch(v::contains));
        }
    }

    private static Set<String> codes(String table) {
        Set<String> codes = new HashSet<>();
        TableDeReference.lire(table).forEach(l -> codes.add(l.get("code")));
        assertThat(codes).isNotEmpty();
        return codes;
    }
}
