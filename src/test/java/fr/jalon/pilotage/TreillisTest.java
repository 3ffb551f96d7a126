package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small numbers stay unknown whatever is asked. */
class TreillisTest {

    private static final long MINIMUM = 5;
    private static final String TOUS = "*";

    /** A cube and the cells under each place. */
    private static final class Cube {
        private final Treillis treillis = new Treillis();
        private final Map<List<String>, Long> cellules = new HashMap<>();

        private static Cube auHasard(Random hasard) {
            Cube cube = new Cube();
            for (int d = 0; d < 3; d++) {
                for (int e = 0; e < 3; e++) {
                    for (int a = 0; a < 3; a++) {
                        for (int s = 0; s < 2; s++) {
                            long n = hasard.nextInt(3) == 0 ? 0 : hasard.nextInt(1 + hasard.nextInt(30));
                            if (n > 0) {
                                cube.treillis.ajouter(
                                        List.of(
                                                List.of("d" + d + "e" + e, "d" + d, TOUS),
                                                List.of("a" + a, TOUS),
                                                List.of("s" + s, TOUS)),
                                        n);
                                cube.cellules.put(List.of("d" + d + "e" + e, "a" + a, "s" + s), n);
                            }
                        }
                    }
                }
            }
            return cube;
        }

        private Set<List<String>> sous(List<String> place) {
            Set<List<String>> sous = new HashSet<>();
            cellules.keySet().forEach(c -> {
                boolean dedans = true;
                for (int i = 0; i < c.size(); i++) {
                    dedans &= place.get(i).equals(TOUS) || c.get(i).startsWith(place.get(i));
                }
                if (dedans) {
                    sous.add(c);
                }
            });
            return sous;
        }
    }

    @Test
    void dix_mille_paires_de_questions_ne_rendent_aucun_petit_nombre_par_leur_difference() {
        Random hasard = new Random(2026);
        int comparees = 0;
        for (int tour = 0; tour < 100; tour++) {
            Cube cube = Cube.auHasard(hasard);
            Set<List<String>> caches = cube.treillis.caches(MINIMUM);
            List<List<String>> vues = cube.treillis.valeurs().keySet().stream()
                    .filter(p -> !caches.contains(p))
                    .toList();
            Map<List<String>, Set<List<String>>> sous = new HashMap<>();
            for (int paire = 0; paire < 100; paire++) {
                if (vues.isEmpty()) {
                    break;
                }
                List<String> grand = vues.get(hasard.nextInt(vues.size()));
                List<String> petit = vues.get(hasard.nextInt(vues.size()));
                Set<List<String>> a = sous.computeIfAbsent(grand, cube::sous);
                Set<List<String>> b = sous.computeIfAbsent(petit, cube::sous);
                comparees++;
                if (a.containsAll(b)) {
                    long difference = cube.treillis.valeurs().get(grand)
                            - cube.treillis.valeurs().get(petit);
                    assertThat(difference).as("%s moins %s", grand, petit).matches(d -> d == 0 || d >= MINIMUM);
                }
            }
            for (List<String> grand : vues) {
                for (List<String> petit : vues) {
                    if (sous.computeIfAbsent(grand, cube::sous).containsAll(sous.computeIfAbsent(petit, cube::sous))) {
                        long difference = cube.treillis.valeurs().get(grand)
                                - cube.treillis.valeurs().get(petit);
                        assertThat(difference).matches(d -> d == 0 || d >= MINIMUM);
                    }
                }
            }
        }
        assertThat(comparees).isGreaterThan(9_000);
    }

    @Test
    void aucun_petit_nombre_n_est_montre_et_aucune_somme_n_en_rend_un_seul() {
        Random hasard = new Random(7);
        for (int tour = 0; tour < 100; tour++) {
            Cube cube = Cube.auHasard(hasard);
            Set<List<String>> caches = cube.treillis.caches(MINIMUM);
            cube.treillis
                    .valeurs()
                    .forEach((p, n) ->
                            assertThat(caches.contains(p) || n >= MINIMUM).isTrue());
            for (List<String> total : cube.treillis.valeurs().keySet()) {
                for (int d = 0; d < total.size(); d++) {
                    List<List<String>> parts = parts(cube, total, d);
                    long inconnues = parts.stream().filter(caches::contains).count() + (caches.contains(total) ? 1 : 0);
                    assertThat(parts.isEmpty() ? 0 : inconnues)
                            .as("%s par %d", total, d)
                            .isNotEqualTo(1);
                }
            }
        }
    }

    private static List<List<String>> parts(Cube cube, List<String> total, int d) {
        List<List<String>> parts = new ArrayList<>();
        for (List<String> p : cube.treillis.valeurs().keySet()) {
            boolean dessous = true;
            for (int i = 0; i < total.size(); i++) {
                dessous &= i == d ? sous(p.get(i), total.get(i)) : p.get(i).equals(total.get(i));
            }
            if (dessous) {
                parts.add(p);
            }
        }
        return parts;
    }

    private static boolean sous(String valeur, String total) {
        if (total.equals(TOUS)) {
            return valeur.length() == 2;
        }
        return total.startsWith("d") && valeur.length() == 4 && valeur.startsWith(total);
    }

    @Test
    void un_seul_petit_nombre_en_cache_un_second() {
        Treillis treillis = new Treillis();
        treillis.ajouter(List.of(List.of("KLEBER", TOUS)), 12);
        treillis.ajouter(List.of(List.of("BLOSNE", TOUS)), 2);
        treillis.ajouter(List.of(List.of("CLEUNAY", TOUS)), 40);
        assertThat(treillis.caches(MINIMUM)).containsExactlyInAnyOrder(List.of("BLOSNE"), List.of("KLEBER"));
    }

    @Test
    void deux_petits_nombres_qui_ne_font_pas_assez_en_cachent_un_troisieme() {
        Treillis treillis = new Treillis();
        treillis.ajouter(List.of(List.of("KLEBER", TOUS)), 1);
        treillis.ajouter(List.of(List.of("BLOSNE", TOUS)), 1);
        treillis.ajouter(List.of(List.of("CLEUNAY", TOUS)), 40);
        assertThat(treillis.caches(MINIMUM)).hasSize(3);
    }

    @Test
    void rien_n_est_cache_quand_tout_est_grand_ou_nul() {
        Treillis treillis = new Treillis();
        assertThat(treillis.caches(MINIMUM)).isEmpty();
        treillis.ajouter(List.of(List.of("KLEBER", TOUS)), 0);
        treillis.ajouter(List.of(List.of("BLOSNE", TOUS)), 5);
        assertThat(treillis.caches(MINIMUM)).isEmpty();
    }
}
