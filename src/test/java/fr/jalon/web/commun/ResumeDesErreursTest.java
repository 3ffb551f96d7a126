package fr.jalon.web.commun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResumeDesErreursTest {

    private static String page(String lien, String champ) {
        return "<div class=\"resume-erreurs\"><ul><li>" + lien + "</li></ul></div><form>" + champ + "</form>";
    }

    @Test
    void une_faute_porte_le_nom_de_son_champ() {
        assertThat(ResumeDesErreurs.nommer(page(
                        "<a href=\"#champ-nom\">Ce champ est obligatoire.</a>",
                        "<label for=\"champ-nom\"><span>Nom</span> </label><input id=\"champ-nom\">")))
                .contains("<a href=\"#champ-nom\">Nom\u00a0: Ce champ est obligatoire.</a>");
    }

    @Test
    void le_nom_d_un_groupe_est_sa_legende_sans_point_d_interrogation_ni_facultatif() {
        assertThat(ResumeDesErreurs.nommer(page(
                        "<a href=\"#champ-motifs\">Cochez au moins une raison.</a>",
                        "<fieldset class=\"champ\" id=\"champ-motifs\">\n"
                                + "<legend>Pour quoi&nbsp;?</legend></fieldset>")))
                .contains(">Pour quoi\u00a0: Cochez au moins une raison.<");
        assertThat(ResumeDesErreurs.nommer(page(
                        "<a href=\"#champ-lieux%5B0%5D.telephone\">Écrivez un numéro.</a>",
                        "<label for=\"champ-lieux[0].telephone\"><span>Téléphone</span> <span"
                                + " class=\"facultatif\">(facultatif)</span></label>")))
                .contains(">Téléphone\u00a0: Écrivez un numéro.<");
    }

    @Test
    void une_faute_sans_champ_et_une_page_sans_faute_restent_telles_quelles() {
        String sansChamp = page("<a href=\"#champ-absent\">Rien ne va.</a>", "");
        assertThat(ResumeDesErreurs.nommer(sansChamp)).isEqualTo(sansChamp);
        assertThat(ResumeDesErreurs.nommer("<p>Tout va.</p>")).isEqualTo("<p>Tout va.</p>");
    }

    @Test
    void un_nom_deja_dit_n_est_pas_dit_deux_fois() {
        String dit = page(
                "<a href=\"#champ-nom\">Nom trop long.</a>",
                "<label for=\"champ-nom\">Nom</label><input id=\"champ-nom\">");
        assertThat(ResumeDesErreurs.nommer(dit)).isEqualTo(dit);
    }
}
