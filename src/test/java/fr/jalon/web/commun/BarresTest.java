package fr.jalon.web.commun;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.web.commun.Barres.Barre;
import fr.jalon.web.commun.Barres.Morceau;
import fr.jalon.web.commun.Barres.Nombres;
import fr.jalon.web.commun.Barres.Serie;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarresTest {

    private static final List<Serie> SERIES =
            List.of(new Serie("Déjà suivies", "neutre"), new Serie("De trop", "retard"));

    @Test
    void la_plus_longue_rangee_prend_toute_la_largeur_et_les_autres_leur_part() {
        Barres b = Barres.empilees(
                "Personnes", SERIES, List.of(new Nombres("A", List.of(3L, 1L)), new Nombres("B", List.of(0L, 2L))));
        assertThat(b.rangees().get(0).barres())
                .containsExactly(new Barre("4", List.of(new Morceau("neutre", 0, 75), new Morceau("retard", 75, 25))));
        assertThat(b.rangees().get(1).barres())
                .as("un zéro ne se dessine pas")
                .containsExactly(new Barre("2", List.of(new Morceau("retard", 0, 50))));
    }

    @Test
    void un_nombre_inconnu_compte_pour_rien_et_un_tableau_de_zeros_ne_dessine_rien() {
        Barres b = Barres.empilees("Personnes", SERIES, List.of(new Nombres("A", Arrays.asList(null, 0))));
        assertThat(b.rangees().get(0).barres()).containsExactly(new Barre("0", List.of()));
        assertThat(b.vide()).isTrue();
    }

    @Test
    void un_nombre_cache_se_dessine_cache_et_jamais_comme_un_zero() {
        Barres b = Barres.empilees(
                "Personnes",
                SERIES,
                List.of(
                        new Nombres("A", List.of(96L, Barres.CACHE)),
                        new Nombres("B", List.of(Barres.CACHE, Barres.CACHE)),
                        new Nombres("C", List.of(4L, 0L))));
        assertThat(b.cache()).isTrue();
        assertThat(b.series()).extracting(Serie::nom).containsExactly("Déjà suivies", "De trop", "Nombre caché");
        assertThat(b.rangees().get(0).barres())
                .containsExactly(
                        new Barre("96 + caché", List.of(new Morceau("neutre", 0, 100), new Morceau("cachee", 96, 4))));
        assertThat(b.rangees().get(1).barres())
                .containsExactly(new Barre("caché", List.of(new Morceau("cachee", 0, 4))));
        assertThat(b.rangees().get(2).barres().get(0).valeur()).isEqualTo("4");
        assertThat(Barres.parts("Délais", SERIES, List.of(new Nombres("A", List.of(Barres.CACHE, 40))))
                        .rangees()
                        .get(0)
                        .barres())
                .containsExactly(
                        new Barre("caché", List.of(new Morceau("cachee", 0, 4))),
                        new Barre("40 %", List.of(new Morceau("retard", 0, 40))));
    }

    @Test
    void des_parts_se_comparent_une_barre_sous_l_autre() {
        Barres b = Barres.parts("Délais", SERIES, List.of(new Nombres("A", Arrays.asList(40, null))));
        assertThat(b.rangees().get(0).barres())
                .containsExactly(new Barre("40 %", List.of(new Morceau("neutre", 0, 40))), new Barre("–", List.of()));
    }
}
