package fr.jalon.web.panne;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.JalonApplication;
import fr.jalon.agent.Agent;
import fr.jalon.essais.BaseDEssai;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.Francais;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.essais.Robinet;
import fr.jalon.essais.Seul;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The database goes, by a cut or by a freeze, and comes back: who watches knows it, who works is told it, and loses nothing. */
@Seul
class BaseAbsenteIT {

    private static final String PRETE = "/actuator/health/readiness";
    private static final String RAISON = "Elle a déménagé & elle écrit « bientôt » ; <b>l'emoji 🙂</b>";

    private static Robinet robinet;
    private static ConfigurableApplicationContext contexte;
    private static ClientApi anonyme;
    private static ClientApi api;
    private static Navigation ecran;

    @BeforeAll
    static void demarrer() {
        String schema = BaseDEssai.nouveauSchema();
        robinet = new Robinet(() -> BaseDEssai.base().port());
        String url =
                BaseDEssai.base().url(schema).replace(":" + BaseDEssai.base().port() + "/", ":" + robinet.port() + "/");
        contexte = new SpringApplicationBuilder(JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + BaseDEssai.base().utilisateur(),
                        "--spring.datasource.password=" + BaseDEssai.base().motDePasse());
        Monde monde = contexte.getBean(Monde.class);
        Agent agent = monde.instructeur();
        anonyme = ClientApi.anonyme(
                contexte.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class));
        api = anonyme.comme(agent);
        ecran = new Navigation(monde, anonyme);
        ecran.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        assertThat(ecran.get("/corbeille").statut()).isEqualTo(200);
    }

    @AfterEach
    void rouvrir() {
        robinet.ouvrir();
        attendre("de nouveau prête", Duration.ofSeconds(30), BaseAbsenteIT::prete);
        attendre(
                "de nouveau au travail",
                Duration.ofSeconds(30),
                () -> api.get("/api/v1/dossiers").statut() == 200);
    }

    @AfterAll
    static void arreter() {
        contexte.close();
        robinet.close();
    }

    @Test
    void la_sante_le_dit_en_cinq_secondes_quand_la_base_est_coupee_et_se_retablit_seule() {
        attendre("prête", Duration.ofSeconds(10), BaseAbsenteIT::prete);
        robinet.couper();
        attendre("plus prête", Duration.ofSeconds(5), () -> !prete());
        assertThat(anonyme.get(PRETE).statut()).isEqualTo(503);
        assertThat(anonyme.get("/actuator/health/liveness").statut())
                .as("le nœud lui-même va bien : le relancer n'aiderait pas")
                .isEqualTo(200);
        robinet.ouvrir();
        attendre("prête", Duration.ofSeconds(10), BaseAbsenteIT::prete);
    }

    @Test
    void la_sante_le_dit_en_cinq_secondes_quand_la_base_est_gelee_et_repond_sans_attendre() {
        attendre("prête", Duration.ofSeconds(10), BaseAbsenteIT::prete);
        robinet.geler();
        attendre("plus prête", Duration.ofSeconds(5), () -> !prete());
        long debut = System.nanoTime();
        anonyme.get(PRETE);
        assertThat(secondes(debut)).isLessThan(1);
    }

    @Test
    void une_page_repond_503_en_francais_en_quelques_secondes_base_coupee() {
        robinet.couper();
        verifierLaPage(ecran.get("/corbeille?onglet=A_MOI"));
        Reponse accueil = anonyme.get("/");
        assertThat(accueil.statut()).isIn(302, 503);
    }

    @Test
    void une_page_repond_503_en_francais_en_quelques_secondes_base_gelee() {
        // What the pool lent less than half a second ago is not asked again whether it lives.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
        robinet.geler();
        verifierLaPage(ecran.get("/corbeille?onglet=A_MOI"));
    }

    private static void verifierLaPage(Reponse page) {
        assertThat(page.statut()).as(page.texte()).isEqualTo(503);
        assertThat(page.entete("Retry-After")).isEqualTo("10");
        assertThat(page.entete("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.entete("Cache-Control")).contains("no-store");
        assertThat(page.texte())
                .contains("La base de données ne répond pas")
                .contains("/lib/jalon.css")
                .contains("href=\"/corbeille?onglet=A_MOI\"");
    }

    @Test
    void la_feuille_de_style_de_la_page_ne_demande_rien_a_la_base() {
        robinet.couper();
        assertThat(ecran.get("/lib/jalon.css").statut()).isEqualTo(200);
    }

    @Test
    void ce_qui_etait_ecrit_revient_sur_la_page_sans_mot_de_passe() {
        Map<String, String> champs = new LinkedHashMap<>();
        champs.put("raison", RAISON);
        champs.put("motDePasse", "un-secret-de-douze");
        champs.put("nouveau", "autre-secret-long");
        champs.put("_csrf", "jeton-envoye");
        robinet.couper();
        long debut = System.nanoTime();
        Reponse page = ecran.postSansJeton("/usagers", champs);
        assertThat(secondes(debut)).isLessThan(4);
        assertThat(page.statut()).isEqualTo(503);
        assertThat(page.texte())
                .contains("Ce que vous avez écrit")
                .contains("&amp; elle écrit « bientôt »")
                .contains("🙂")
                .contains("action=\"/usagers\"")
                .contains("name=\"_csrf\"")
                .doesNotContain("<b>l'emoji")
                .doesNotContain("un-secret-de-douze")
                .doesNotContain("autre-secret-long");
    }

    @Test
    void le_texte_d_un_formulaire_a_fichier_revient_sans_le_fichier() {
        robinet.couper();
        Reponse page = ecran.deposer(
                "/dossiers/RSA-2026-000001/pieces/PIECE_IDENTITE/fichiers",
                "une remarque",
                "a.txt",
                "CONTENU-DU-FICHIER");
        assertThat(page.statut()).isEqualTo(503);
        assertThat(page.texte()).contains("une remarque").doesNotContain("CONTENU-DU-FICHIER");
    }

    @Test
    void l_api_repond_503_avec_de_quoi_reessayer() {
        robinet.couper();
        for (String chemin : new String[] {"/api/v1/dossiers", "/api/v1/taches"}) {
            long debut = System.nanoTime();
            Reponse refus = api.get(chemin);
            assertThat(secondes(debut)).isLessThan(4);
            Francais.verifierRefus(refus, 503);
            assertThat(refus.entete("Retry-After")).isEqualTo("10");
        }
        Francais.verifierRefus(api.post("/api/v1/usagers", "{}"), 503);
    }

    @Test
    void la_page_se_lit_se_parcourt_et_renvoie_ce_qui_etait_ecrit() {
        String racine = "http://127.0.0.1:"
                + contexte.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        try (Navigateur navigateur = new Navigateur()) {
            Ecran grand = navigateur.ecran();
            grand.aller(racine + "/connexion");
            robinet.couper();
            grand.page().evaluate("""
                    () => {
                      const f = document.createElement('form');
                      f.method = 'post';
                      f.action = '/usagers';
                      for (const [nom, valeur] of [['nom', 'Inventée'], ['adresse', '3 allée Imaginaire\\n35000 Rennes'],
                          ['raisonDuChangement', 'Elle a déménagé & elle écrit « bientôt »'], ['_csrf', 'jeton'], ['motDePasse', 'secret']]) {
                        const c = document.createElement('input');
                        c.type = 'hidden';
                        c.name = nom;
                        c.value = valeur;
                        f.append(c);
                      }
                      document.body.append(f);
                      f.submit();
                    }
                    """);
            grand.page().waitForURL(racine + "/usagers");
            grand.plaintesEtOubli();
            grand.capturer("panne-saisie").verifierTout();
            assertThat(grand.page().locator("main").innerText())
                    .contains("Inventée", "Raison du changement", "35000 Rennes")
                    .doesNotContain("secret", "jeton");
            Ecran etroit = navigateur.ecran(Navigateur.ETROIT, true);
            etroit.aller(racine + "/corbeille?onglet=A_MOI");
            etroit.plaintesEtOubli();
            etroit.capturer("panne-etroit").verifierTout();
            robinet.ouvrir();
            attendre("prête", Duration.ofSeconds(20), BaseAbsenteIT::prete);
            grand.page().locator("button:has-text('Renvoyer')").click();
            grand.page().waitForURL(url -> !url.endsWith("/usagers"));
        }
    }

    private static boolean prete() {
        return anonyme.get(PRETE).statut() == 200;
    }

    private static long secondes(long depuis) {
        return Duration.ofNanos(System.nanoTime() - depuis).toSeconds();
    }

    private static void attendre(String quoi, Duration delai, BooleanSupplier vrai) {
        long fin = System.nanoTime() + delai.toNanos();
        while (!vrai.getAsBoolean()) {
            assertThat(System.nanoTime()).as("toujours pas " + quoi).isLessThan(fin);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
