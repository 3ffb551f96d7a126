package fr.jalon.web.corbeille;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.web.corbeille.PageCorbeille.VueEcran;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VuesMontreesTest {

    private static List<VueEcran> vues(int combien, int ouverte) {
        return IntStream.range(0, combien)
                .mapToObj(n -> new VueEcran("/corbeille/vues/" + n, "Vue " + n, n == ouverte, false))
                .toList();
    }

    @Test
    void les_six_premieres_et_celle_qui_est_ouverte() {
        assertThat(PageCorbeille.montrees(vues(9, 7)))
                .extracting(VueEcran::nom)
                .containsExactly("Vue 0", "Vue 1", "Vue 2", "Vue 3", "Vue 4", "Vue 5", "Vue 7");
        assertThat(PageCorbeille.montrees(vues(9, 2))).hasSize(6);
        assertThat(PageCorbeille.montrees(vues(3, -1))).hasSize(3);
        assertThat(PageCorbeille.montrees(List.of())).isEmpty();
    }
}
