package fr.jalon.rsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NationalitesTest {

    @Test
    void n_offre_ni_territoire_sans_nationalite_ni_code_sans_nom() {
        assertThat(List.of("GP", "RE", "PR", "HK", "AX", "AQ", "GG", "FO")).noneMatch(Nationalites::existe);
        assertThat(Nationalites.codes())
                .doesNotHaveDuplicates()
                .hasSizeBetween(195, 205)
                .allMatch(
                        c -> !new Locale("", c).getDisplayCountry(Locale.FRENCH).equals(c));
    }

    @Test
    void offre_les_etats_dont_les_gens_viennent_et_le_kosovo() {
        assertThat(List.of("FR", "MA", "DZ", "AF", "UA", "GN", "PS", "TW", "VA", "XK"))
                .allMatch(Nationalites::existe);
        assertThat(Nationalites.nationaliteDuTerritoire("RE")).hasValue("FR");
    }
}
