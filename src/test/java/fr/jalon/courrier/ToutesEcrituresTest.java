package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.commun.Ecritures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a person is called, the letter is printed and its text comes back. */
class ToutesEcrituresTest {

    private final AtelierCourriers atelier = new AtelierCourriers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Thử",
                "Ольга Примерова",
                "Ελένη Δοκιμή",
                "Œuvrard-Łuçon d’Été",
                "Ana 😀 Emoji",
                "ქართული სახელი",
                "Zoe\u0301 De\u0301compose\u0301e",
                "Հայ Անուն"
            })
    void le_nom_revient_tel_quel_du_pdf(String nom) {
        assertThat(AtelierCourriers.suite(pdf(nom))).contains(Normalizer.normalize(nom, Normalizer.Form.NFC));
    }

    @Test
    void les_lettres_arabes_et_hebraiques_sont_liees_et_relues_dans_l_ordre() {
        assertThat(AtelierCourriers.suite(pdf("فاطمة المثال"))).contains("فاطمة المثال");
        assertThat(AtelierCourriers.suite(pdf("דוגמה בדיונית"))).contains("דוגמה בדיונית");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王小明",
                "ደመቀ",
                "नमूना",
                "👩‍👧‍👦 famille",
                "\u202eetnarévid",
                "\u0301",
                "\ud800",
                "\u0000\u0007",
                "a\tb\nc",
                "\ufeff\u200bx",
                "{{usager.nomComplet}}",
                "**gras** # titre [encadre x]",
                "<script>alert(1)</script>",
                "\\(parenthese) ) ("
            })
    void aucun_texte_ne_fait_echouer_un_courrier(String nom) {
        assertThat(AtelierCourriers.pages(pdf("Essai " + nom))).isEqualTo(1);
    }

    static List<Ecritures.Ecriture> imprimees() {
        return Ecritures.toutes().stream().filter(e -> !e.police().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("imprimees")
    void chaque_ecriture_qui_a_une_police_s_imprime_sans_aucun_carre(Ecritures.Ecriture ecriture) throws IOException {
        byte[] pdf = pdf("Essai " + ecriture.exemple());
        garder("ecriture-" + ecriture.code().name().toLowerCase(Locale.ROOT), pdf);

        assertThat(AtelierCourriers.suite(pdf)).doesNotContain("□");
        assertThat(AtelierCourriers.contenu(pdf)).doesNotContain("/Span");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ሀይለ ሰላም", "Abebe አበበ", "สมชาย ใจดี", "ꆈꌠ"})
    void un_nom_ethiopien_thai_ou_yi_revient_tel_quel(String nom) {
        assertThat(AtelierCourriers.suite(pdf(nom))).contains(nom);
    }

    @Test
    void un_caractere_sans_police_garde_son_texte_pour_les_lecteurs_d_ecran() throws IOException {
        byte[] pdf = pdf("王小明");
        String page = AtelierCourriers.contenu(pdf);
        assertThat(AtelierCourriers.textesReels(pdf)).contains("王", "小", "明");
        assertThat(page).contains("/Span");
    }

    @Test
    void un_nom_de_cinq_cents_lettres_tient_dans_le_courrier() throws IOException {
        String nom = "Maximilienne-" + "Imaginaire ".repeat(45).strip();
        byte[] pdf = pdf(nom);
        garder("nom-500", pdf);
        assertThat(AtelierCourriers.suite(pdf))
                .contains("Maximilienne-Imaginaire", "12 allée Imaginaire", "35200 Rennes");
        byte[] sansEspace = pdf("W".repeat(500));
        garder("nom-500-sans-espace", sansEspace);
        assertThat(AtelierCourriers.suite(sansEspace)).contains("35200 Rennes", "WWWWW");
    }

    @Test
    void un_melange_d_ecritures_est_garde_pour_etre_regarde() throws IOException {
        String melange = "Fatima فاطمة (١٢٣) Ольга Ελένη 😀 דוגמה Nguyễn 王 ★";
        byte[] pdf = pdf(melange);
        garder("melange", pdf);
        assertThat(AtelierCourriers.suite(pdf)).contains("Fatima", "Ольга Ελένη 😀");
    }

    @Test
    void un_texte_de_dix_mille_lettres_va_a_la_page() {
        String long_ = IntStream.range(0, 1_500).mapToObj(i -> "mot" + i).reduce("", (a, b) -> a + " " + b);
        byte[] pdf = atelier.courriers.previsualiser(PersonnesInventees.demande(
                CodesCourrier.TRANSMISSION_ORGANISME,
                PersonnesInventees.base()
                        .texte("transmission.motif", long_)
                        .texte("transmission.organisme", "la Caf du Finistère")
                        .texte("transmission.adresse", "Quimper")
                        .date("transmission.date", LocalDate.of(2026, 5, 25))));
        assertThat(AtelierCourriers.pages(pdf)).isBetween(3, 6);
        assertThat(AtelierCourriers.suite(pdf)).contains("mot0 ", "mot1499");
    }

    private byte[] pdf(String nom) {
        return atelier.courriers.previsualiser(PersonnesInventees.demande(
                CodesCourrier.DESISTEMENT_CONFIRME,
                PersonnesInventees.base()
                        .texte("usager.nomComplet", nom)
                        .lignes("usager.adresse", List.of("12 allée Imaginaire", "35200 Rennes"))
                        .date("desistement.date", LocalDate.of(2026, 5, 25))));
    }

    private static void garder(String nom, byte[] pdf) throws IOException {
        Files.createDirectories(Path.of("target/courriers"));
        Files.write(Path.of("target/courriers/" + nom + ".pdf"), pdf);
    }
}
