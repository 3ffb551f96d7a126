package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Œuvré-D’Été | oeuvre d ete",
                "  LE  GOFF—Kérouédan  | le goff kerouedan",
                "Ægir Straße Łukasz Øyvind | aegir strasse lukasz oyvind",
                "e\u0301te\u0301 | ete",
                "ﬁancé | fiance",
                "محمد | محمد",
                "李小龙 | 李小龙",
                "Zoé 🙂 | zoe",
                "Işık İrem | isik irem",
                "Đorđe Þóra Ħamrun | dorde thora hamrun",
                "Na\u02bbima O\u02bcBrien | na ima o brien",
                "Ben\u200bkad\u00addour | benkaddour",
                "N°12 | n 12",
                "أحمد | احمد",
                "مُحَمَّد | محمد",
                "محـمد | محمد",
                "فاطمة | فاطمه",
                "علی | علي",
                "Νίκος | νικοσ",
                "Алёна | алена",
                "শ্যামলী | শ্যামলী"
            })
    void donne_la_forme_de_recherche(String ecrit, String cherche) {
        assertThat(Textes.recherche(ecrit)).isEqualTo(cherche);
    }

    @Test
    void deux_ecritures_du_meme_nom_se_cherchent_pareil() {
        assertThat(Textes.recherche("Éloïse")).isEqualTo(Textes.recherche("E\u0301loi\u0308se"));
        assertThat(Textes.recherche("O'Brien")).isEqualTo(Textes.recherche("O’Brien"));
        assertThat(Textes.recherche(null)).isEmpty();
        assertThat(Textes.recherche("%_'\"\\")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"রানা, রীনা", "राम, रोमी", "ராணி, ரேணு", "สมชาย, สมชัย", "ދާނިޔާ, ދުނިޔާ"})
    void deux_noms_que_seules_les_voyelles_distinguent_restent_deux_noms(String un, String autre) {
        assertThat(Textes.recherche(un)).isNotEmpty().isNotEqualTo(Textes.recherche(autre));
    }

    @Test
    void coupe_entre_deux_caracteres_jamais_dedans() {
        assertThat(Textes.couper("a🙂b", 2)).isEqualTo("a🙂");
        assertThat(Textes.couper("abc", 3)).isEqualTo("abc");
        assertThat(Textes.couper(null, 3)).isEmpty();
        assertThat(Textes.longueur("🙂🙂")).isEqualTo(2);
    }

    @Test
    void reconnait_un_texte_qu_on_peut_garder_et_montrer() {
        assertThat(Textes.lisible("Ligne 1\nLigne 2\tfin\r\n")).isTrue();
        assertThat(Textes.lisible("שלום עולם محمد 🙂 e\u0301 \u200f\u200d")).isTrue();
        assertThat(Textes.lisible("a\u0000b")).isFalse();
        assertThat(Textes.lisible("a\u001bb")).isFalse();
        assertThat(Textes.lisible("a\u0085b")).isFalse();
        assertThat(Textes.lisible("a\ud83d")).isFalse();
        assertThat(Textes.lisible("a\udc00b")).isFalse();
        assertThat(Textes.lisible("fdp.\u202eexe")).isFalse();
        assertThat(Textes.lisible("a\u2066b")).isFalse();
    }

    @Test
    void un_texte_blanc_vaut_rien() {
        assertThat(Textes.ouNull("  \u00a0".strip())).isNotNull();
        assertThat(Textes.ouNull(" \t\n")).isNull();
        assertThat(Textes.ouNull(" a ")).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Une voisine | Une voisine.",
                "Une voisine. | Une voisine.",
                "Vraiment ? | Vraiment ?",
                "et puis… | et puis…"
            })
    void ce_que_quelqu_un_a_ecrit_ferme_la_phrase_une_fois(String ecrit, String dit) {
        assertThat(Textes.phrase(ecrit)).isEqualTo(dit);
    }
}
