package fr.jalon.navigateur;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The checks themselves: a faulty page must be seen as such, else every green screen would mean nothing. */
class NavigateurIT {

    private static final String ADRESSE = "http://essai.invalid/";

    @Test
    void une_violation_de_la_politique_est_vue() {
        essayer("<p style='color:red'>Texte</p>", Ecran::verifierConsole, "style-src");
    }

    @Test
    void une_image_sans_texte_est_vue() {
        essayer("<img src='/image.png'>", Ecran::verifierAccessibilite, "image-alt");
    }

    @Test
    void un_contraste_trop_faible_est_vu() {
        essayer("<p class='pale'>Texte</p>", Ecran::verifierAccessibilite, "color-contrast");
    }

    @Test
    void un_debordement_est_vu() {
        essayer("<p class='large'>Texte</p>", Ecran::verifierLargeur, "pixels de trop");
    }

    @Test
    void un_texte_coupe_est_vu() {
        essayer("<p class='coupe'>Un texte bien trop long pour sa boite</p>", Ecran::verifierLargeur, "textes coupés");
    }

    @Test
    void un_texte_trop_petit_est_vu() {
        essayer("<p class='petit'>Texte</p>", Ecran::verifierTailleDesTextes, "moins de 16 px");
    }

    private static void essayer(String corps, Consumer<Ecran> controle, String plainte) {
        try (Navigateur navigateur = new Navigateur();
                Ecran ecran = navigateur.ecran()) {
            ecran.page().route(ADRESSE + "**", route -> repondre(route, corps));
            ecran.aller(ADRESSE);
            assertThatThrownBy(() -> controle.accept(ecran))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(plainte);
        }
    }

    private static void repondre(Route route, String corps) {
        boolean feuille = route.request().url().endsWith(".css");
        route.fulfill(new Route.FulfillOptions()
                .setContentType(feuille ? "text/css" : "text/html; charset=utf-8")
                .setHeaders(Map.of("Content-Security-Policy", "default-src 'self'"))
                .setBody(
                        feuille
                                ? ".pale{color:#ccc;background:#fff} .large{width:3000px} .petit{font-size:12px}"
                                        + " .coupe{width:40px;overflow:hidden;white-space:nowrap}"
                                : "<!doctype html><html lang='fr'><head><title>Essai</title><link rel='stylesheet' href='/a.css'>"
                                        + "</head><body><main><h1>Essai</h1>" + corps + "</main></body></html>"));
    }
}
