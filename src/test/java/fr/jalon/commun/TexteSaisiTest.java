package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule for every text, stated once. */
class TexteSaisiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\u0007b", "a\u001bb", "a\u0085b", "a\u202eb", "a\u2066b", "a\ud83db", "a\u007fb"})
    void refuse_ce_que_personne_ne_voit_ou_qui_retourne_la_lecture(String texte) {
        assertThat(TexteSaisi.LIGNE.faute(texte, 10)).contains(TexteSaisi.ILLISIBLE);
        assertThat(TexteSaisi.PARAGRAPHE.faute(texte, 10)).contains(TexteSaisi.ILLISIBLE);
        assertThat(Textes.lisible(Textes.sansIllisibles(texte))).isTrue();
        assertThat(Textes.sansIllisibles(texte)).startsWith("a").endsWith("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Élodie", "محمد", "e\u0301\u0302\u0303", "👩‍👩‍👧", "አበበ", "l’été\u200d", "\u200fשלום"})
    void accepte_toutes_les_ecritures(String texte) {
        assertThat(TexteSaisi.LIGNE.faute(texte, 20)).isEmpty();
        assertThat(Textes.sansIllisibles(texte)).isEqualTo(texte);
    }

    @Test
    void une_ligne_est_une_ligne_et_un_paragraphe_en_a_plusieurs() {
        for (String texte : new String[] {"a\nb", "a\rb", "a\tb"}) {
            assertThat(TexteSaisi.LIGNE.faute(texte, 10)).contains("Écrivez sur une seule ligne.");
            assertThat(TexteSaisi.PARAGRAPHE.faute(texte, 10)).isEmpty();
        }
    }

    @Test
    void compte_les_caracteres_comme_une_personne() {
        assertThat(TexteSaisi.LIGNE.faute("🙂".repeat(10), 10)).isEmpty();
        assertThat(TexteSaisi.LIGNE.faute("🙂".repeat(11), 10)).contains("Écrivez au plus 10 caractères.");
        assertThat(TexteSaisi.LIGNE.faute(null, 1)).isEmpty();
        assertThat(TexteSaisi.LIGNE.exiger("nom", "  Zoé ", 10)).isEqualTo("Zoé");
        assertThat(TexteSaisi.LIGNE.exiger("nom", "  ", 10)).isNull();
    }
}
