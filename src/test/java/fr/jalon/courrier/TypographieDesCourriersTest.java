package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The typography of every shipped letter, as printed: one apostrophe, the first of a month, short names spelled out. */
class TypographieDesCourriersTest {

    private static final Pattern PREMIER_DU_MOIS = Pattern.compile(
            "(?<!\\d)0?1 (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)");

    private final AtelierCourriers atelier = new AtelierCourriers();

    static Stream<ModeleVue> modeles() {
        return new AtelierCourriers().modeles.courants().stream().filter(m -> m.nature() != NatureCourrier.MENTION);
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void n_a_qu_une_apostrophe_et_dit_le_1er(ModeleVue m) {
        String texte = texte(m);
        assertThat(texte).doesNotContain("'").doesNotContainPattern(PREMIER_DU_MOIS);
        assertThat(m.titre() + m.objet() + m.corps()).doesNotContain("`", "´", "‘");
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void developpe_chaque_sigle_a_son_premier_emploi(ModeleVue m) {
        String texte = texte(m);
        String dit = texte.substring(texte.indexOf("Objet"));
        TablesCourrier.lire("courriers/sigles.csv").forEach(ligne -> {
            Matcher premier = Pattern.compile("(?<![\\p{L}\\d-])" + ligne.get("sigle") + "(?![\\p{L}\\d-])")
                    .matcher(corps(m));
            if (premier.find()) {
                assertThat(dit).as(ligne.get("sigle")).contains(ligne.get("developpement"));
            }
        });
    }

    /** What the template itself says in running text. */
    private static String corps(ModeleVue m) {
        return m.corps()
                .replaceAll("(?s)\\[references].*?\\[/references]", "")
                .replaceAll("(?m)^#.*$", "")
                .replaceAll("(?s)\\{\\{#si [^}]*}}.*?\\{\\{/si}}", "")
                .replaceAll("(?s)\\{\\{#sauf [^}]*}}.*?\\{\\{/sauf}}", "");
    }

    private String texte(ModeleVue m) {
        return AtelierCourriers.suite(atelier.modeles.essayer(m.code(), m.nature(), m.titre(), m.objet(), m.corps()));
    }
}
