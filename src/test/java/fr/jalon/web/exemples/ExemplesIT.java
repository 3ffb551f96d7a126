package fr.jalon.web.exemples;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import fr.jalon.commun.TextesConfiguration;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The components in a real browser, under the strict policy, without database nor security: only what is drawn is tried. */
@SpringBootTest(
        classes = ExemplesIT.Ecrans.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.web.locale=fr_FR",
            "spring.web.locale-resolver=fixed",
            "spring.web.resources.add-mappings=true",
            "spring.main.banner-mode=off"
        })
class ExemplesIT {

    private static final String POLITIQUE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static Navigateur navigateur;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void lancer() {
        navigateur = new Navigateur();
    }

    @AfterAll
    static void fermer() {
        navigateur.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etats",
                "/listes",
                "/dossier",
                "/champs",
                "/champs-refuses",
                "/formulaire",
                "/diagramme",
                "/connexion"
            })
    void chaque_page_tient_en_clair_et_en_sombre_large_et_etroite(String chemin) {
        for (boolean sombre : List.of(false, true)) {
            for (int largeur : List.of(Navigateur.LARGE, Navigateur.ETROIT)) {
                try (Ecran ecran = navigateur.ecran(largeur, sombre)) {
                    ecran.aller(adresse(chemin));
                    attendreLesModules(ecran.page());
                    String nom = (chemin.isEmpty() ? "sommaire" : chemin.substring(1)) + "-" + largeur
                            + (sombre ? "-sombre" : "-clair");
                    ecran.capturer("exemples-" + nom).verifierTout();
                }
            }
        }
    }

    @Test
    void les_chiffres_ont_tous_la_meme_largeur() {
        try (Ecran ecran = navigateur.ecran()) {
            ecran.aller(adresse(""));
            Object ecart = ecran.page()
                    .evaluate("Math.abs(document.querySelector('[data-chiffres=\"1\"]').getBoundingClientRect().width"
                            + " - document.querySelector('[data-chiffres=\"8\"]').getBoundingClientRect().width)");
            assertThat(((Number) ecart).doubleValue()).isLessThan(0.5);
            assertThat(ecran.page().evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')"))
                    .isEqualTo(true);
        }
    }

    @Test
    void chaque_icone_demandee_existe_dans_la_planche() {
        try (Ecran ecran = navigateur.ecran()) {
            for (String chemin : List.of("", "/etats", "/listes", "/dossier", "/champs-refuses", "/connexion")) {
                ecran.aller(adresse(chemin));
                Object absentes = ecran.page().evaluate("""
                        async () => {
                          const planche = await (await fetch('/lib/icones.svg')).text();
                          const noms = [...document.querySelectorAll('use')].map((u) => u.getAttribute('href').split('#')[1]);
                          return noms.length === 0 ? ['aucune icone'] : noms.filter((n) => !planche.includes(`<symbol id="${n}"`));
                        }
                        """);
                assertThat(absentes).as(chemin).isEqualTo(List.of());
            }
        }
    }

    @Test
    void les_lignes_se_lisent_en_moins_de_quatre_vingts_caracteres() {
        try (Ecran ecran = navigateur.ecran(1920, false)) {
            ecran.aller(adresse("/dossier"));
            Object trop = ecran.page().evaluate("""
                    () => [...document.querySelectorAll('main p, main dd, main blockquote')].filter((p) => {
                      const plage = document.createRange();
                      plage.selectNodeContents(p);
                      const lignes = new Set([...plage.getClientRects()].map((r) => Math.round(r.top / 8))).size;
                      return lignes > 1 && p.textContent.trim().length / lignes > 80;
                    }).map((p) => p.textContent.trim())
                    """);
            assertThat(trop).isEqualTo(List.of());
        }
    }

    @Test
    void le_premier_appui_sur_tabulation_mene_au_contenu() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/listes")).page();
            page.keyboard().press("Tab");
            assertThat(actif(page)).isEqualTo("Aller au contenu");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("contenu");
            page.keyboard().press("Tab");
            assertThat(actif(page)).startsWith("À prendre");
        }
    }

    @Test
    void j_et_k_parcourent_les_lignes_et_entree_ouvre_le_dossier() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/listes")).page();
            page.keyboard().press("j");
            assertThat(actif(page)).isEqualTo("Oriane Fictive");
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("k");
            assertThat(actif(page)).isEqualTo("Basile Modèle-Imaginaire");
            ecran.capturer("exemples-ligne-au-clavier");
            page.keyboard().press("Enter");
            page.waitForURL("**/exemples/dossier");
            ecran.verifierConsole();
        }
    }

    @Test
    void les_raccourcis_se_taisent_pendant_la_frappe_et_se_coupent() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/listes")).page();
            page.keyboard().press("/");
            page.keyboard().type("jk?/");
            assertThat(page.inputValue("[data-recherche]")).isEqualTo("jk?/");
            page.locator("[data-aide-clavier]").click();
            assertThat(page.locator("#aide-clavier").isVisible()).isTrue();
            ecran.capturer("exemples-aide-clavier").verifierAccessibilite();
            page.locator("[data-raccourcis]").uncheck();
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            assertThat(actif(page)).doesNotContain("Oriane");
        }
    }

    @Test
    void toute_la_ligne_ouvre_le_dossier_mais_pas_la_case() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/listes")).page();
            assertThat(page.locator(".lot").isVisible()).isFalse();
            page.locator("tbody tr:nth-child(2) .choisir input").check();
            assertThat(page.locator("[data-nombre]").textContent()).isEqualTo("1 dossier choisi");
            page.locator("[data-tout]").check();
            assertThat(page.locator("[data-nombre]").textContent()).isEqualTo("5 dossiers choisis");
            ecran.capturer("exemples-lot").verifierAccessibilite();
            page.locator("tbody tr:nth-child(4) td:nth-child(3)").click(new Locator.ClickOptions().setForce(true));
            page.waitForURL("**/exemples/dossier");
        }
    }

    @Test
    void un_geste_se_defait_sans_avoir_ete_confirme() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/listes")).page();
            page.locator("tbody tr:nth-child(1) .choisir input").check();
            page.locator(".lot button").click();
            assertThat(page.locator(".message").textContent()).contains("Dossier rendu à la corbeille.");
            ecran.capturer("exemples-annuler").verifierTout();
            page.locator(".message button").click();
            assertThat(page.locator(".message").textContent()).contains("Le dossier est de nouveau à vous.");
        }
    }

    @Test
    void le_mot_de_passe_se_montre_et_se_cache() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/connexion")).page();
            page.locator("[data-montrer]").click();
            assertThat(page.getAttribute("#motDePasse", "type")).isEqualTo("text");
            page.locator("[data-montrer]").click();
            assertThat(page.getAttribute("#motDePasse", "type")).isEqualTo("password");
        }
    }

    @Test
    void le_menu_se_deplie_sur_un_ecran_etroit() {
        try (Ecran ecran = navigateur.ecran(Navigateur.ETROIT, false)) {
            Page page = ecran.aller(adresse("/listes")).page();
            Locator menu = page.locator(".rail nav");
            assertThat(menu.isVisible()).isFalse();
            page.locator(".rail-bascule").press("Enter");
            assertThat(menu.isVisible()).isTrue();
            assertThat(page.locator(".rail-bascule").getAttribute("aria-expanded"))
                    .isEqualTo("true");
            ecran.capturer("exemples-menu-320").verifierTout();
        }
    }

    @Test
    void un_travail_long_se_suit_sans_recharger_la_page() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.page();
            page.clock().install();
            ecran.aller(adresse("/etats"));
            assertThat(page.locator(".avancement").first().textContent()).contains("Encore 4 minutes");
            page.clock().fastForward(3_500);
            page.locator(".avancement")
                    .first()
                    .getByText("2 998 lettres préparées")
                    .waitFor();
            ecran.verifierConsole();
        }
    }

    @Test
    void un_echange_porte_le_jeton_et_remplace_son_bloc() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/etats")).page();
            Request envoi = page.waitForRequest("**/exemples/lu", () -> page.click("#lecture button"));
            assertThat(envoi.headers()).containsEntry("x-csrf-token", "jeton-d-essai");
            assertThat(page.locator("#lecture .badge-etat").textContent()).isEqualTo("Message lu");
            ecran.verifierTout();
        }
    }

    @Test
    void un_echange_perdu_le_dit_une_seule_fois() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/etats")).page();
            page.route("**/exemples/lu", Route::abort);
            page.click("#lecture button");
            page.waitForSelector("[data-echec]");
            page.click("#lecture button");
            assertThat(page.locator("[data-echec]").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("Rien n’a été enregistré");
            assertThat(ecran.plaintesEtOubli()).isNotEmpty();
            ecran.verifierAccessibilite();
        }
    }

    @Test
    void le_theme_choisi_est_garde() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/etats")).page();
            String clair = fond(page);
            page.locator("[data-theme-bouton]").click();
            page.locator("[data-theme-bouton]").click();
            assertThat(page.locator("[data-theme-mot]").textContent()).isEqualTo("sombre");
            String sombre = fond(page);
            assertThat(sombre).isNotEqualTo(clair);
            ecran.aller(adresse("/listes"));
            assertThat(fond(page)).isEqualTo(sombre);
        }
    }

    @Test
    void le_resume_des_erreurs_mene_au_champ() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/champs-refuses")).page();
            assertThat(page.title()).startsWith("Erreur");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("resume-erreurs");
            page.locator(".resume-erreurs a >> nth=1").click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("champ-montant");
            assertThat(page.inputValue("#champ-montant")).isEqualTo("mille quatre cents");
            page.locator(".resume-erreurs a >> nth=2").click();
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("situation");
        }
    }

    @Test
    void un_bouton_desactive_dit_pourquoi_et_ne_fait_rien() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/etats")).page();
            page.locator("button[aria-disabled]").focus();
            String raison = (String) page.evaluate(
                    "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent");
            assertThat(raison).contains("Il manque une pièce");
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("/etats");
        }
    }

    @Test
    void la_saisie_non_envoyee_est_retrouvee_puis_oubliee_une_fois_envoyee() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/champs")).page();
            page.fill("#champ-nom", "Oriane Fictive");
            page.check("#champ-situation-couple");
            page.reload();
            assertThat(page.inputValue("#champ-nom")).isEqualTo("Oriane Fictive");
            assertThat(page.isChecked("#champ-situation-couple")).isTrue();
            assertThat(page.locator("main .message").textContent()).contains("elle a été remise dans les champs");
            ecran.capturer("exemples-saisie-retrouvee").verifierTout();
            page.locator("button.btn-primary").click();
            assertThat(page.locator(".messages .message").textContent()).contains("rien n'a été enregistré");
            ecran.aller(adresse("/champs"));
            assertThat(page.inputValue("#champ-nom")).isEmpty();
        }
    }

    @Test
    void la_saisie_survit_a_une_session_perdue_mais_pas_a_un_autre_compte() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/champs")).page();
            page.fill("#champ-nom", "Oriane Fictive");
            page.route("**/exemples/champs", route -> {
                if ("POST".equals(route.request().method())) {
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(302)
                            .setHeaders(Map.of("Location", adresse("/connexion"))));
                } else {
                    route.resume();
                }
            });
            page.locator("button.btn-primary").click();
            page.waitForURL("**/exemples/connexion");
            ecran.aller(adresse("/champs"));
            assertThat(page.inputValue("#champ-nom")).isEqualTo("Oriane Fictive");
            page.evaluate("() => { for (const c of Object.keys(sessionStorage)) sessionStorage.setItem(c,"
                    + " sessionStorage.getItem(c).replace('Nadège Exemplaire', 'Quelqu’un d’autre')); }");
            page.reload();
            assertThat(page.inputValue("#champ-nom")).isEmpty();
        }
    }

    @Test
    void le_formulaire_d_etape_dit_ses_erreurs_en_francais() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ouvrirFormulaire(ecran);
            page.locator("#envoi-demande button").click();
            assertThat(page.locator(".resume-erreurs").textContent())
                    .contains("Montant demandé : Renseignez ce champ.");
            page.locator(".resume-erreurs a >> nth=0").click();
            assertThat(page.evaluate("document.activeElement.id")).asString().contains("Field_Montant");
            ecran.capturer("exemples-formulaire-erreurs").verifierTout();
        }
    }

    @Test
    void le_formulaire_d_etape_envoie_ses_donnees_et_montre_le_refus_du_serveur() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ouvrirFormulaire(ecran);
            page.locator("[id*=Field_Montant]").first().fill("1500,5".replace(',', '.'));
            page.locator("input[id*=Field_Debut]").fill("01/06/2026");
            page.locator("input[id*=Field_Accord]").check();
            page.locator("#envoi-demande button").click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.waitForSelector(".resume-erreurs");
            assertThat(page.locator(".resume-erreurs").textContent()).contains("Le devis est de 1 480 euros");
            assertThat(page.locator("[id*=Field_Montant]").first().inputValue()).isEqualTo("1500.5");
            assertThat(page.locator("input[id*=Field_Debut]").inputValue()).isEqualTo("01/06/2026");
            ecran.capturer("exemples-formulaire-refuse").verifierAccessibilite().verifierLargeur();
            assertThat(ecran.plaintesEtOubli()).allMatch(plainte -> plainte.contains("422"));
        }
    }

    @Test
    void le_formulaire_d_etape_garde_ce_qui_est_tape_et_la_marque_de_bpmn_io() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ouvrirFormulaire(ecran);
            assertThat(page.locator(".fjs-powered-by-link").isVisible()).isTrue();
            page.locator("textarea").fill("Texte tapé puis perdu de vue.");
            page.locator("textarea").blur();
            page.reload();
            page.waitForSelector(".fjs-form");
            assertThat(page.inputValue("textarea")).isEqualTo("Texte tapé puis perdu de vue.");
            page.locator(".message button").click();
            assertThat(page.inputValue("textarea")).startsWith("Promesse d’embauche");
            ecran.verifierConsole();
        }
    }

    @Test
    void les_listes_et_le_calendrier_du_formulaire_d_etape_respectent_la_politique() {
        try (Ecran ecran = navigateur.ecran(Navigateur.LARGE, true)) {
            Page page = ouvrirFormulaire(ecran);
            page.locator("[id*=Field_Objet]").first().click();
            ecran.capturer("exemples-formulaire-liste").verifierAccessibilite();
            page.keyboard().press("Escape");
            page.locator("input[id*=Field_Debut]").click();
            page.waitForSelector(".flatpickr-calendar.open");
            assertThat(page.locator(".flatpickr-weekdays").textContent()).containsIgnoringCase("lun");
            ecran.capturer("exemples-formulaire-calendrier");
            page.keyboard().press("Escape");
            page.locator("[id*=Field_Langues]").last().click();
            ecran.capturer("exemples-formulaire-etiquettes").verifierConsole();
        }
    }

    @Test
    void le_diagramme_montre_les_comptes_et_la_marque_de_bpmn_io() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.aller(adresse("/diagramme")).page();
            attendreLesModules(page);
            assertThat(page.locator(".diagramme-compte").allTextContents())
                    .containsExactlyInAnyOrder("1\u202f204", "31");
            assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
            page.locator("[data-zoom=plus]").click();
            page.locator("[data-zoom=tout]").click();
            page.locator(".bjs-powered-by").click();
            ecran.verifierConsole();
        }
    }

    @ParameterizedTest
    @CsvSource({"/listes, .rail", "/dossier, .acte"})
    void le_papier_ne_porte_pas_les_outils(String chemin, String absent) {
        try (Ecran ecran = navigateur.ecran(800, true)) {
            Page page = ecran.aller(adresse(chemin)).page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(absent).isVisible()).isFalse();
            assertThat(fond(page)).isEqualTo("rgb(255, 255, 255)");
            ecran.capturer("exemples-papier" + chemin.replace('/', '-')).verifierConsole();
        }
    }

    private Page ouvrirFormulaire(Ecran ecran) {
        Page page = ecran.aller(adresse("/formulaire")).page();
        page.waitForSelector(".fjs-form");
        return page;
    }

    private static void attendreLesModules(Page page) {
        if (page.locator("[data-formulaire]").count() > 0) {
            page.waitForSelector(".fjs-form");
        }
        if (page.locator("[data-diagramme]").count() > 0) {
            page.waitForSelector(".diagramme-compte");
        }
    }

    private static String actif(Page page) {
        return ((String) page.evaluate("document.activeElement.textContent")).strip();
    }

    private static String fond(Page page) {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private String adresse(String chemin) {
        return "http://localhost:" + port + "/exemples" + chemin;
    }

    /** The pages, and the policy that the application sends (surete, section 5). */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    @Import({ExemplesController.class, TextesConfiguration.class})
    static class Ecrans {

        @Bean
        Filter politique() {
            return (requete, reponse, suite) -> {
                requete.setAttribute("_csrf", new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "jeton-d-essai"));
                ((HttpServletResponse) reponse).setHeader("Content-Security-Policy", POLITIQUE);
                suite.doFilter(requete, reponse);
            };
        }
    }
}
