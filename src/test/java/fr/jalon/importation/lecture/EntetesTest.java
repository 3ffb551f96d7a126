package fr.jalon.importation.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.importation.ColonneImport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntetesTest {

    private static final List<ColonneImport> COLONNES = List.of(
            ColonneImport.obligatoire("nom", "Nom", "", ""),
            ColonneImport.obligatoire("date_naissance", "Date de naissance", "", "", "né le"),
            ColonneImport.facultative("telephone", "Téléphone", "", ""));

    @Test
    void reconnait_les_titres_sans_accent_ni_casse_dans_tout_ordre() {
        Entetes entetes = new Entetes(List.of("TÉLÉPHONE", "Né le", "  nom ", "Remarque"), connues(Map.of()));

        assertThat(entetes.valeurs(List.of("02 99", "14/03/1986", "Fictif", "rien")))
                .isEqualTo(Map.of("telephone", "02 99", "date_naissance", "14/03/1986", "nom", "Fictif"));
        assertThat(entetes.ignorees()).containsExactly("Remarque");
    }

    @Test
    void une_case_vide_ou_absente_n_est_pas_une_valeur() {
        Entetes entetes = new Entetes(List.of("nom", "Date_Naissance", "telephone"), connues(Map.of()));

        assertThat(entetes.valeurs(List.of("Fictif", " \u00a0 "))).isEqualTo(Map.of("nom", "Fictif"));
    }

    @Test
    void nomme_les_colonnes_qui_manquent() {
        assertThatThrownBy(() -> new Entetes(List.of("telephone"), connues(Map.of())).exiger())
                .hasMessageContaining("Il manque les colonnes : nom, date_naissance");
    }

    @Test
    void refuse_une_colonne_en_double() {
        assertThatThrownBy(() -> new Entetes(List.of("nom", "NOM", "né le"), connues(Map.of())).exiger())
                .hasMessageContaining("La colonne « nom » est deux fois");
    }

    @Test
    void ce_qui_a_ete_dit_a_la_main_gagne() {
        Entetes entetes = new Entetes(
                List.of("Nom d'usage", "né le", "Tél. maison", "Nom"),
                connues(Map.of("nomdusage", "nom", "telmaison", "telephone", "nom", ColonnesConnues.PAS_LUE)));

        assertThat(entetes.complets()).isTrue();
        assertThat(entetes.aRapprocher()).isFalse();
        assertThat(entetes.valeurs(List.of("Fictif", "14/03/1986", "02 99", "Autre")))
                .isEqualTo(Map.of("nom", "Fictif", "date_naissance", "14/03/1986", "telephone", "02 99"));
        assertThat(entetes.ignorees()).containsExactly("Nom");
    }

    @Test
    void un_titre_inconnu_ou_en_double_peut_etre_rapproche_un_titre_absent_non() {
        assertThat(new Entetes(List.of("nom", "né le", "Commentaire"), connues(Map.of())).aRapprocher())
                .isTrue();
        assertThat(new Entetes(List.of("nom", "nom", "né le"), connues(Map.of())).aRapprocher())
                .isTrue();
        assertThat(new Entetes(List.of("nom"), connues(Map.of())).aRapprocher()).isFalse();
    }

    @Test
    void les_titres_choisis_un_a_un_valent_pour_deux_titres_semblables() {
        Entetes choisies = Entetes.choisies(
                List.of("Tél", "Tél", "nom", "né le"),
                Map.of(1, "telephone", 2, "nom", 3, "date_naissance"),
                connues(Map.of()));

        assertThat(choisies.complets()).isTrue();
        assertThat(choisies.valeurs(List.of("01", "02", "Fictif", "14/03/1986")))
                .containsEntry("telephone", "02");
    }

    @Test
    void ce_qu_un_programme_ecrit_pour_rien_est_une_case_vide() {
        Entetes entetes = new Entetes(List.of("nom", "né le", "telephone"), connues(Map.of()));
        for (String rien : List.of("NULL", "(null)", "\\N", "undefined", "NaN", " \u202f ")) {
            assertThat(entetes.valeurs(List.of("Fictif", "14/03/1986", rien)))
                    .as(rien)
                    .doesNotContainKey("telephone");
        }
        assertThat(entetes.valeurs(List.of("Null", "14\u202f03\u00a01986", "06\u00a011")))
                .containsEntry("nom", "Null")
                .containsEntry("date_naissance", "14 03 1986")
                .containsEntry("telephone", "06 11");
    }

    private static ColonnesConnues connues(Map<String, String> aLaMain) {
        return new ColonnesConnues(COLONNES, titre -> Optional.empty(), aLaMain);
    }
}
