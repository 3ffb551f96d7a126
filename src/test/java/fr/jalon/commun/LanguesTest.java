package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguesTest {

    @Test
    void commence_par_le_francais_et_n_a_ni_doublon_ni_langue_sans_nom() {
        assertThat(Langues.codes()).startsWith("fr").doesNotHaveDuplicates().hasSizeGreaterThan(150);
        assertThat(Langues.codes().stream().map(Langues::nom))
                .doesNotHaveDuplicates()
                .allMatch(n -> n.length() > 1);
        assertThat(Langues.codes()).allMatch(c -> c.matches("[a-z]{2,3}"));
    }

    @Test
    void n_offre_ni_langue_morte_ni_langue_construite_ni_code_retire() {
        assertThat(List.of("la", "cu", "ae", "sa", "pi", "eo", "ia", "ie", "io", "vo", "iw", "in", "ji", "mo"))
                .noneMatch(Langues::existe);
    }

    @Test
    void offre_celles_que_l_on_parle_au_guichet_meme_sans_code_a_deux_lettres() {
        assertThat(List.of("ar", "tr", "pt", "so", "ti", "ps", "prs", "snk", "kab", "rom", "rif", "ckb", "fsl", "swb"))
                .allMatch(Langues::existe);
    }

    @Test
    void lit_un_code_ou_un_nom_et_rend_le_texte_quand_ce_n_en_est_pas_un() {
        assertThat(Langues.code("Arabe")).isEqualTo("ar");
        assertThat(Langues.code("SNK")).isEqualTo("snk");
        assertThat(Langues.code("soninke")).isEqualTo("snk");
        assertThat(Langues.code("klingon")).isEqualTo("klingon");
    }

    @Test
    void nomme_encore_une_langue_notee_avant_de_quitter_la_liste() {
        assertThat(Langues.nomSeul("eo")).isEqualTo("Espéranto");
        assertThat(Langues.nomSeul("fsl")).isEqualTo("Langue des signes française");
    }
}
