package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelesCourrierFournisTest {

    private static final int MOTS_PAR_PHRASE = 28;

    private final AtelierCourriers atelier = new AtelierCourriers();

    static Stream<FichierModele> fournis() {
        return FichierModele.fournis().stream();
    }

    @Test
    void charge_les_courriers_et_les_mentions() {
        assertThat(atelier.modeles.courants())
                .filteredOn(m -> m.nature() != NatureCourrier.MENTION)
                .hasSize(52)
                .allMatch(ModeleVue::fourni);
        assertThat(atelier.modeles.courants())
                .filteredOn(m -> m.nature() == NatureCourrier.MENTION)
                .hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("fournis")
    void chaque_modele_fourni_peut_etre_publie(FichierModele fichier) {
        assertThat(atelier.modeles.verifier(
                        fichier.code(), fichier.nature(), fichier.titre(), fichier.objet(), fichier.corps()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fournis")
    void chaque_modele_fourni_dit_sa_source_dans_la_loi(FichierModele fichier) {
        assertThat(fichier.source()).contains("art. ");
    }

    /** Plain language: one idea a sentence. */
    @ParameterizedTest
    @MethodSource("fournis")
    void chaque_phrase_reste_courte(FichierModele fichier) {
        String sansBalises = fichier.corps()
                .replaceAll("(?s)\\[references].*?\\[/references]", "")
                .replaceAll("\\{\\{[#/][^}]*}}", "\n")
                .replaceAll("\\{\\{[^}]*}}", "mot");
        assertThat(Arrays.stream(sansBalises.split("[.?!:]\\s|\\n")).filter(p -> !p.isBlank()))
                .isNotEmpty()
                .allSatisfy(phrase -> assertThat(phrase.strip().split("\\s+").length)
                        .as(phrase)
                        .isLessThanOrEqualTo(MOTS_PAR_PHRASE));
    }

    @Test
    void charger_deux_fois_n_ajoute_rien() {
        assertThat(atelier.fournis.charger(FichierModele.fournis())).isZero();
    }

    @Test
    void un_fichier_change_devient_une_nouvelle_version() {
        FichierModele change = FichierModele.lire(
                "---\ncode: desistement-confirme\nnature: INFORMATION\ntitre: T\nobjet: O\nsource: art. 1\n---\nNouveau.\n");
        assertThat(atelier.fournis.charger(List.of(change))).isEqualTo(1);
        assertThat(atelier.modeles.courant("desistement-confirme"))
                .extracting(ModeleVue::version, ModeleVue::corps)
                .containsExactly(2, "Nouveau.\n");
    }

    @Test
    void une_version_locale_n_est_jamais_ecrasee() {
        ModeleVue m = atelier.modeles.courant("desistement-confirme");
        atelier.publier(m.code(), m.titre(), m.objet(), "Texte local.");
        FichierModele change = FichierModele.lire(
                "---\ncode: desistement-confirme\nnature: INFORMATION\ntitre: T\nobjet: O\nsource: art. 1\n---\nNouveau.\n");
        assertThat(atelier.fournis.charger(List.of(change))).isZero();
        assertThat(atelier.modeles.courant("desistement-confirme").corps()).isEqualTo("Texte local.");
    }

    @Test
    void chaque_champ_du_catalogue_a_un_libelle_une_description_et_un_exemple() {
        assertThat(atelier.modeles.champs()).hasSizeGreaterThan(50).allSatisfy(champ -> {
            assertThat(champ.libelle()).as(champ.code()).isNotBlank();
            assertThat(champ.description()).as(champ.code()).isNotBlank();
            assertThat(champ.exemple().isBlank()).as(champ.code()).isEqualTo(champ.type() == TypeChamp.LISTE);
        });
    }
}
