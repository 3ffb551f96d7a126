package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.commun.Ecritures.Ecriture;
import fr.jalon.commun.Ecritures.Impression;
import java.lang.Character.UnicodeScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcrituresTest {

    static java.util.List<Ecriture> toutes() {
        return Ecritures.toutes();
    }

    @ParameterizedTest
    @MethodSource("toutes")
    void chaque_ecriture_est_celle_de_langues_connues_et_a_une_police_ou_un_avertissement(Ecriture ecriture) {
        assertThat(ecriture.langues()).isNotEmpty().allMatch(Langues::existe);
        assertThat(ecriture.exemple().codePoints().filter(Character::isLetter))
                .isNotEmpty()
                .allMatch(c -> UnicodeScript.of(c) == ecriture.code());
        assertThat(ecriture.police().isEmpty()).isEqualTo(ecriture.impression() == Impression.AUCUNE);
        assertThat(Ecritures.avertissements(ecriture.exemple()).isEmpty())
                .isEqualTo(ecriture.impression() == Impression.ENTIERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoé d’Été-Œuvré",
                "Nguyễn Thị",
                "Иван",
                "سلام",
                "ሀይለ ሰላም",
                "Ana 😀 №3",
                "",
                "שרה",
                "Yıldırım",
                "Zoe\u0301",
                "👩‍👧‍👦 ❤️",
                "12\u202f000\u00a0€",
                "فارسی گچ پژ",
                "Ngọc Ánh",
                "Ɓoye Ɗiallo ŋ",
                "Ⴀნა",
                "1 rue X\n35000 Rennes"
            })
    void ce_qui_s_imprime_comme_il_est_ecrit_ne_derange_personne(String texte) {
        assertThat(Ecritures.avertissements(texte, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "রহমান আলী, bengali, lettre à lettre",
        "王伟, chinois, ne s'imprime pas",
        "김민, hangeul, ne s'imprime pas",
        "Jean 𐎀, Cette écriture, ne s'imprime pas",
        "□□□, carré, lettres latines",
        "محمد شہزاد, Ces caractères, ہ",
        "علی نواز ے, Ces caractères, ے",
        "Ｚｏé, Ces caractères, Ｚ",
        "ᲜᲘᲜᲝ, Ces caractères, lettres latines",
        "Jean \uE000, Ces caractères, lettres latines"
    })
    void le_reste_est_dit_en_nommant_l_ecriture(String texte, String nom, String suite) {
        assertThat(Ecritures.avertissements(texte)).singleElement().asString().contains(nom, suite);
    }

    @Test
    void une_ecriture_n_est_dite_qu_une_fois() {
        assertThat(Ecritures.avertissements("王", "伟", "王伟")).hasSize(1);
    }
}
