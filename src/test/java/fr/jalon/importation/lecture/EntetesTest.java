package fr.jalon.importation.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.importation.ColonneImport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntetesTest {

    private static final List<ColonneImport> COLONNES = List.of(
            ColonneImport.obligatoire("nom", "Nom", "", ""),
            ColonneImport.obligatoire("date_naissance", "Date de naissance", "", "", "né le"),
            ColonneImport.facultative("telephone", "Téléphone", "", ""));

    @Test
    void reconnait_les_titres_sans_accent_ni_casse_dans_tout_ordre() {
        Entetes entetes = new Entetes(List.of("TÉLÉPHONE", "Né le", "  nom ", "Remarque"), COLONNES);

        assertThat(entetes.valeurs(List.of("02 99", "14/03/1986", "Fictif", "rien")))
                .isEqualTo(Map.of("telephone", "02 99", "date_naissance", "14/03/1986", "nom", "Fictif"));
        assertThat(entetes.ignorees()).containsExactly("Remarque");
    }

    @Test
    void une_case_vide_ou_absente_n_est_pas_une_valeur() {
        Entetes entetes = new Entetes(List.of("nom", "Date_Naissance", "telephone"), COLONNES);

        assertThat(entetes.valeurs(List.of("Fictif", " \u00a0 "))).isEqualTo(Map.of("nom", "Fictif"));
    }

    @Test
    void nomme_les_colonnes_qui_manquent() {
        assertThatThrownBy(() -> new Entetes(List.of("telephone"), COLONNES))
                .hasMessageContaining("Il manque les colonnes : nom, date_naissance");
    }

    @Test
    void refuse_une_colonne_en_double() {
        assertThatThrownBy(() -> new Entetes(List.of("nom", "NOM", "né le"), COLONNES))
                .hasMessageContaining("La colonne « nom » est deux fois");
    }
}
