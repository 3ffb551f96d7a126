package fr.jalon.courrier.rendu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The list of what letters print says what the delivered fonts hold: a newer font makes this test red, and gives the list to write. */
class CaracteresImprimesTest {

    private static final int FIN = 0x30000;

    private final Polices polices = Polices.partagees();

    @Test
    void la_liste_des_caracteres_imprimes_est_celle_des_polices() throws IOException {
        Set<String> ecrites = new ClassPathResource("langues/caracteres-imprimes.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(l -> !l.startsWith("#"))
                .flatMap(l -> Arrays.stream(l.split(" ")))
                .collect(Collectors.toSet());
        assertThat(ecrites).containsExactlyInAnyOrderElementsOf(plages());
    }

    @Test
    void une_lettre_arabe_qui_s_imprime_s_imprime_aussi_liee_a_ses_voisines() {
        List<Integer> sans = IntStream.range(0x620, 0x700)
                .filter(c -> Character.isLetter(c) && imprime(c))
                .filter(c -> !FormesArabes.joindre("ب" + Character.toString(c) + "ب")
                        .codePoints()
                        .allMatch(this::imprime))
                .boxed()
                .toList();
        assertThat(sans).isEmpty();
    }

    private List<String> plages() {
        List<String> plages = new ArrayList<>();
        int debut = -1;
        for (int c = ' '; c <= FIN; c++) {
            boolean imprime = c < FIN && imprime(c);
            if (imprime && debut < 0) {
                debut = c;
            } else if (!imprime && debut >= 0) {
                String premier = Integer.toHexString(debut);
                plages.add(debut == c - 1 ? premier : premier + "-" + Integer.toHexString(c - 1));
                debut = -1;
            }
        }
        return plages;
    }

    private boolean imprime(int c) {
        return polices.pour(new int[] {c}, false) != null;
    }
}
