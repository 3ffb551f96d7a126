package fr.jalon.web.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class TypographieDesEcransTest {

    private final SpringTemplateEngine moteur = new SpringTemplateEngine();

    @BeforeEach
    void preparer() {
        moteur.setTemplateResolver(new StringTemplateResolver());
        moteur.addDialect(new TypographieDesEcrans());
    }

    @Test
    void une_ligne_ne_commence_pas_par_deux_points_ni_ne_finit_par_un_guillemet_ouvert() {
        assertThat(
                        rendre(
                                "<p>Que faire ? Le fichier « demandes » : 1 234 lignes ; art. L262-4 ! De 9 h à 13 h 30, 5 €</p>"))
                .isEqualTo(
                        "<p>Que faire\u00a0? Le fichier «\u00a0demandes\u00a0»\u00a0: 1\u00a0234 lignes\u00a0; art.\u00a0L262-4\u00a0! De 9\u00a0h à 13\u00a0h\u00a030, 5\u00a0€</p>");
    }

    @Test
    void un_numero_de_telephone_ne_se_coupe_pas() {
        assertThat(rendre("<p>Appelez le 02 61 91 00 13 dans les 10 jours</p>"))
                .isEqualTo("<p>Appelez le 02\u00a061\u00a091\u00a000\u00a013 dans les 10 jours</p>");
    }

    @Test
    void les_mots_venus_des_donnees_sont_espaces_aussi_et_restent_echappes() {
        assertThat(rendre("<p th:text=\"${mots}\">x</p>"))
                .isEqualTo("<p>Jugée\u00a0: &lt;b&gt; l&#39;été\u00a0; oui</p>");
    }

    @Test
    void ce_qu_une_machine_lit_ou_que_quelqu_un_tape_reste_tel_quel() {
        String page = "<script type=\"application/json\">{\"a\" : 1}</script><textarea>note : « a »</textarea>"
                + "<code>x : y</code><input value=\"a : b\">";
        assertThat(rendre(page)).isEqualTo(page);
        assertThat(rendre(page + "<p>a : b</p>")).endsWith("<p>a\u00a0: b</p>");
    }

    private String rendre(String gabarit) {
        Context contexte = new Context(Locale.FRENCH);
        contexte.setVariable("mots", "Jugée : <b> l'été ; oui");
        return moteur.process(gabarit, contexte);
    }
}
