package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a list to its end, whatever its length. */
class PageTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 400, 457})
    void toutes_les_pages_d_une_liste_donnent_chaque_ligne_une_fois_et_dans_l_ordre(int total) {
        List<Integer> lignes = IntStream.range(0, total).boxed().toList();
        assertThat(Page.toutes(page -> page(lignes, page))).isEqualTo(lignes);
    }

    @Test
    void une_liste_qui_raccourcit_pendant_la_lecture_finit_quand_meme() {
        List<Integer> lignes = IntStream.range(0, 500).boxed().toList();
        assertThat(Page.toutes(page -> page == 0 ? page(lignes, 0) : new Page<Integer>(List.of(), page, 200, 200)))
                .hasSize(200);
    }

    private static Page<Integer> page(List<Integer> lignes, int page) {
        int debut = Math.min(page * Page.TAILLE_MAX, lignes.size());
        return new Page<>(
                lignes.subList(debut, Math.min(debut + Page.TAILLE_MAX, lignes.size())),
                page,
                Page.TAILLE_MAX,
                lignes.size());
    }
}
