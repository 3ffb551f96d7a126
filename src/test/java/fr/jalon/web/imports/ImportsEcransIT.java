package fr.jalon.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.SessionDEssai;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.RapprochementDesTitres;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The journey of an agent who imports a file, and the doors that stay shut to the others. */
@JalonIT
class ImportsEcransIT {

    private static final AtomicInteger SUIVANT = new AtomicInteger();
    private static Navigateur navigateur;

    @Autowired
    private Monde monde;

    @Autowired
    private Imports imports;

    @Autowired
    private RapprochementDesTitres titres;

    @Autowired
    private Personnes personnes;

    @Autowired
    private ApplicationContext contexte;

    @LocalServerPort
    private int port;

    private Agent agent;

    @BeforeAll
    static void lancer() {
        navigateur = new Navigateur();
    }

    @AfterAll
    static void fermer() {
        navigateur.close();
    }

    @BeforeEach
    void agents() {
        agent = monde.instructeur();
    }

    @Test
    void un_agent_verifie_corrige_et_ecrit_un_fichier() {
        try (Ecran ecran = ouvrir(agent)) {
            Page page = ecran.page();
            aller(ecran, "/imports").capturer("imports-liste").verifierTout();
            assertThat(page.locator("nav a[aria-current=page]").first().textContent())
                    .contains("Imports");
            lien(page, "Choisir un fichier de Demandes de RSA").click();
            page.waitForURL("**/nouveau/demandes-rsa");
            pret(page);
            ecran.capturer("imports-nouveau").verifierTout();
            page.getByText("Vérifier le fichier").click();
            assertThat(page.locator(".resume-erreurs").textContent()).contains("Choisissez le fichier à importer");
            assertThat(ecran.plaintesEtOubli()).allMatch(p -> p.contains("422"));
            pret(page);
            ecran.capturer("imports-nouveau-refuse").verifierTout();

            deposer(page, fichier("Q1", "Q99", "Q2"));
            attendreLesLignes(page);
            pret(page);
            ecran.capturer("imports-lignes").verifierTout();
            assertThat(page.locator(".acte").textContent()).contains("2 lignes sont prêtes", "Rien n’est encore écrit");
            page.locator(".onglets a", new Page.LocatorOptions().setHasText("En erreur"))
                    .click();
            page.waitForURL("**statut=EN_ERREUR");
            page.locator("a.cible-ligne").first().click();
            page.waitForURL("**/lignes/3");
            pret(page);
            ecran.capturer("imports-ligne").verifierTout();
            page.getByLabel("Quartier").fill("Q98");
            page.getByText("Vérifier la ligne").click();
            assertThat(page.getByLabel("Quartier").inputValue()).isEqualTo("Q98");
            assertThat(page.locator(".erreur-champ").textContent()).contains("de Q1 à Q12");
            assertThat(ecran.plaintesEtOubli()).allMatch(p -> p.contains("422"));
            page.getByLabel("Quartier").fill("Q2");
            page.getByText("Vérifier la ligne").click();
            assertThat(page.locator("#messages").textContent()).contains("Ligne 3 corrigée");
            assertThat(page.locator(".acte").textContent()).contains("3 lignes sont prêtes");

            page.getByText("Écrire les 3 lignes justes").click();
            page.waitForURL(Pattern.compile(".*/imports/[0-9a-f-]{36}"));
            attendreLesLignes(page);
            assertThat(page.locator("main").textContent()).contains("3 lignes écrites");
            assertThat(page.locator(".acte").textContent()).contains("Tout est fait");
            pret(page);
            ecran.capturer("imports-resultat").verifierTout();
        }
    }

    /** Somebody of the same name and birth, at another address with another telephone: only the agent knows. */
    @ParameterizedTest
    @CsvSource({"C’est Ali Parlécran, 1", "C’est quelqu’un d’autre, 2"})
    void un_homonyme_attend_la_reponse_de_l_agent_puis_s_ecrit_comme_il_l_a_dit(String reponse, int fiches) {
        String nom = "Parlécran-Homonyme" + SUIVANT.incrementAndGet();
        attendre(imports.deposer(
                "demandes-rsa",
                "premier.csv",
                homonyme(nom, "1 place du Modèle", "0611223301").getBytes(StandardCharsets.UTF_8),
                true,
                agent));
        try (Ecran ecran = ouvrir(agent)) {
            Page page = ecran.page();
            aller(ecran, "/imports/nouveau/demandes-rsa");
            deposer(page, homonyme(nom, "9 rue Ailleurs", "0611223399"));
            attendreLesLignes(page);
            page.locator("a.cible-ligne").first().click();
            page.waitForURL("**/lignes/2*");
            pret(page);
            assertThat(page.locator("main").textContent())
                    .contains("Est-ce la même personne", "1 place du Modèle", "écrit avant votre réponse")
                    .contains("La ligne dit", "9 rue Ailleurs, 0611223399");
            ecran.capturer("imports-ligne-homonyme").verifierTout();
            assertThat(personnes.rechercher(nom, 0, 10, agent).elements())
                    .singleElement()
                    .satisfies(p -> assertThat(p.adresse()).contains("1 place du Modèle"));

            page.getByLabel(reponse).check();
            page.getByText("Vérifier la ligne").click();
            assertThat(page.locator("#messages").textContent()).contains("Ligne 2 corrigée");
            page.locator(".acte button.btn-primary").click();
            page.waitForURL(Pattern.compile(".*/imports/[0-9a-f-]{36}"));
            attendreLesLignes(page);
            List<PersonneVue> ecrites = personnes.rechercher(nom, 0, 10, agent).elements();
            assertThat(ecrites).hasSize(fiches);
            assertThat(ecrites).anySatisfy(p -> assertThat(p.adresse()).contains("9 rue Ailleurs"));
        }
    }

    private static String homonyme(String nom, String adresse, String telephone) {
        return "civilite;nom;prenoms;date_naissance;adresse;telephone;quartier;canal;date_depot;nationalite\nM;" + nom
                + ";Ali;02/11/1979;" + adresse + ";" + telephone + ";Q1;en ligne;14/04/2026;FR\n";
    }

    private static final String TITRES_D_AILLEURS = """
            Sexe;Nom usage;Prénom;Né(e) le;Rue;Secteur;Arrivée par;Reçue le;Pays;Commentaire
            M;%s;Ali;02/11/1979;1 place du Modèle;Q1;en ligne;14/04/2026;FR;rien
            """;

    @Test
    void une_colonne_se_tire_sur_un_titre_et_revient_quand_une_autre_la_remplace() {
        try (Ecran ecran = ouvrir(agent)) {
            Page page = ecran.page();
            aller(ecran, "/imports/nouveau/demandes-rsa");
            deposer(
                    page,
                    TITRES_D_AILLEURS
                            .replace("Sexe", "Genre dit")
                            .formatted("Parlécran-Tiré" + SUIVANT.incrementAndGet()));
            page.waitForURL("**/imports/titres/*");
            pret(page);
            com.microsoft.playwright.Locator titre = page.locator(
                    ".titre-fichier", new Page.LocatorOptions().setHas(page.getByLabel("Genre dit", exactement())));
            page.locator("[data-colonne=civilite]").dragTo(titre);
            assertThat(page.getByLabel("Genre dit", exactement()).inputValue()).isEqualTo("civilite");
            assertThat(page.locator("[data-colonne=civilite]").isHidden()).isTrue();
            page.locator("[data-colonne=canal]").dragTo(titre);
            assertThat(page.getByLabel("Genre dit", exactement()).inputValue()).isEqualTo("canal");
            assertThat(page.locator("[data-colonne=civilite]").isVisible()).isTrue();
            page.getByText("Abandonner ce fichier").click();
            page.waitForURL(Pattern.compile(".*/imports(/nouveau/.*)?$"));
        }
    }

    @Test
    void les_titres_se_rapprochent_par_les_listes_et_une_seule_fois() {
        String fichier = TITRES_D_AILLEURS.formatted("Parlécran-Rapproché" + SUIVANT.incrementAndGet());
        try (Ecran ecran = ouvrir(agent)) {
            Page page = ecran.page();
            aller(ecran, "/imports/nouveau/demandes-rsa");
            deposer(page, fichier);
            page.waitForURL("**/imports/titres/*");
            pret(page);
            ecran.capturer("imports-titres").verifierTout();
            assertThat(page.getByLabel("Prénom", exactement()).inputValue()).isEqualTo("prenoms");
            page.getByLabel("Nom usage").selectOption("nom");
            page.getByLabel("Commentaire").selectOption("nom");
            page.getByText("Retenir et vérifier le fichier").click();
            assertThat(page.locator(".resume-erreurs").textContent())
                    .contains("deux titres ne vont pas vers la même colonne", "Il manque encore");
            assertThat(page.getByLabel("Nom usage").inputValue()).isEqualTo("nom");
            assertThat(ecran.plaintesEtOubli()).allMatch(p -> p.contains("422"));
            pret(page);
            ecran.capturer("imports-titres-refuses").verifierTout();

            page.getByLabel("Commentaire").selectOption("");
            page.getByLabel("Sexe").focus();
            page.getByLabel("Sexe").selectOption("civilite");
            page.getByLabel("Arrivée par").selectOption("canal");
            page.getByLabel("Reçue le").selectOption("date_depot");
            page.getByLabel("Secteur").selectOption("quartier");
            page.getByLabel("Rue").selectOption("adresse");
            page.getByLabel("Pays").selectOption("nationalite");
            assertThat(page.getByLabel("Pays").inputValue()).isEqualTo("nationalite");
            assertThat(page.locator("[data-colonne=nationalite]").isHidden()).isTrue();
            page.getByText("Retenir et vérifier le fichier").click();
            page.waitForURL(Pattern.compile(".*/imports/[0-9a-f-]{36}"));
            attendreLesLignes(page);
            assertThat(page.locator(".acte").textContent()).contains("Une ligne est prête");

            aller(ecran, "/imports/nouveau/demandes-rsa");
            assertThat(page.locator("main").textContent()).contains("Titres déjà rapprochés", "Nom usage");
            ecran.capturer("imports-nouveau-retenus").verifierTout();
            deposer(page, TITRES_D_AILLEURS.formatted("Parlécran-Suivant" + SUIVANT.incrementAndGet()));
            page.waitForURL(Pattern.compile(".*/imports/[0-9a-f-]{36}"));
            aller(ecran, "/imports/nouveau/demandes-rsa");
            while (page.getByText("Oublier").count() > 0) {
                page.getByText("Oublier").first().click();
                page.waitForLoadState();
            }
        }
    }

    @Test
    void un_fichier_qui_attend_ses_titres_n_est_pas_celui_d_une_autre_antenne_ni_d_un_autre_role() {
        UUID attente = titres.recevoir(
                        "demandes-rsa",
                        "attente.csv",
                        TITRES_D_AILLEURS.formatted("Parlécran").getBytes(StandardCharsets.UTF_8),
                        agent)
                .attente();
        try (Ecran ecran = ouvrir(monde.agent(Role.INSTRUCTEUR, "BLOSNE"))) {
            assertThat(statut(ecran, "/imports/titres/" + attente)).isEqualTo(404);
        }
        try (Ecran ecran = ouvrir(monde.agent(Role.ALI, "KLEBER"))) {
            assertThat(statut(ecran, "/imports/titres/" + attente)).isEqualTo(404);
        }
        for (Role role : List.of(Role.MANAGER, Role.DPO, Role.ADMIN, Role.PARTENAIRE)) {
            try (Ecran ecran = ouvrir(monde.agent(role, "KLEBER"))) {
                assertThat(statut(ecran, "/imports/titres/" + attente))
                        .as(role.name())
                        .isEqualTo(403);
            }
        }
        titres.abandonner(attente, agent);
    }

    private static Page.GetByLabelOptions exactement() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Test
    void chaque_page_tient_sur_un_ecran_etroit_et_en_sombre() {
        ImportVue vue = attendre(imports.deposer(
                "demandes-rsa", "essai.csv", fichier("Q1", "Q99").getBytes(StandardCharsets.UTF_8), false, agent));
        for (boolean sombre : List.of(false, true)) {
            try (Ecran ecran = navigateur.ecran(Navigateur.ETROIT, sombre)) {
                SessionDEssai.ouvrir(ecran, adresse(""), agent, contexte);
                for (String chemin : List.of(
                        "/imports",
                        "/imports/nouveau/demandes-rsa",
                        "/imports/" + vue.id(),
                        "/imports/" + vue.id() + "/lignes/3")) {
                    aller(ecran, chemin)
                            .capturer("imports-etroit" + (sombre ? "-sombre" : "") + "-" + chemin.split("/").length)
                            .verifierTout();
                }
            }
        }
    }

    @Test
    void l_avancement_se_quitte_et_se_retrouve_sans_script() {
        ImportVue vue = attendre(imports.deposer(
                "demandes-rsa", "essai.csv", fichier("Q1").getBytes(StandardCharsets.UTF_8), false, agent));
        try (Ecran ecran = ouvrir(agent)) {
            aller(ecran, "/imports/" + vue.id() + "/avancement");

            assertThat(ecran.page().locator("section.avancement").textContent())
                    .contains("1 sur 1", "1 ligne à écrire", "Voir les lignes");
        }
    }

    @Test
    void le_modele_se_telecharge_et_un_mauvais_fichier_est_refuse_sur_sa_page() {
        try (Ecran ecran = ouvrir(agent)) {
            aller(ecran, "/imports/nouveau/decisions-caf");
            String modele = new String(
                    ecran.page()
                            .context()
                            .request()
                            .get(adresse("/imports/modeles/decisions-caf"))
                            .body(),
                    StandardCharsets.UTF_8);
            assertThat(modele).startsWith("\ufeffnumero;decision;date;montant;reference;motifs;motif");

            deposer(ecran.page(), "%PDF-1.7");
            assertThat(ecran.page().locator(".resume-erreurs").textContent()).contains("n'est pas un tableau");
        }
    }

    @Test
    void un_fichier_trop_gros_est_refuse_par_une_page_claire() {
        try (Ecran ecran = ouvrir(agent)) {
            aller(ecran, "/imports/nouveau/demandes-rsa");
            Response reponse = ecran.page()
                    .waitForResponse(
                            r -> r.request().method().equals("POST"),
                            () -> deposer(ecran.page(), "a".repeat(11 * 1024 * 1024)));

            assertThat(reponse.status()).isEqualTo(413);
            assertThat(ecran.page().locator("h1").textContent()).isNotBlank();
        }
    }

    @Test
    void une_autre_antenne_ne_voit_ni_l_import_ni_ses_lignes() {
        ImportVue vue = attendre(imports.deposer(
                "demandes-rsa", "essai.csv", fichier("Q1").getBytes(StandardCharsets.UTF_8), false, agent));
        try (Ecran ecran = ouvrir(monde.agent(Role.INSTRUCTEUR, "BLOSNE"))) {
            for (String chemin : List.of("", "/avancement", "/lignes/2")) {
                assertThat(statut(ecran, "/imports/" + vue.id() + chemin))
                        .as(chemin)
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACCUEIL", "INSTRUCTEUR", "ALI", "RESPONSABLE_ANTENNE", "RESPONSABLE_DISPOSITIFS", "PILOTE"})
    void les_autres_roles_n_ouvrent_aucun_ecran_d_import(Role role) {
        ImportVue vue = attendre(imports.deposer(
                "demandes-rsa", "essai.csv", fichier("Q1").getBytes(StandardCharsets.UTF_8), false, agent));
        try (Ecran ecran = ouvrir(monde.agent(role, "KLEBER"))) {
            for (String chemin : List.of(
                    "/imports",
                    "/imports/nouveau/demandes-rsa",
                    "/imports/modeles/demandes-rsa",
                    "/imports/exemples/demandes-rsa-200.csv",
                    "/imports/" + vue.id(),
                    "/imports/" + vue.id() + "/avancement",
                    "/imports/" + vue.id() + "/lignes/2")) {
                assertThat(statut(ecran, chemin)).as(chemin).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESPONSABLE_DISPOSITIFS", "PILOTE"})
    void qui_tient_l_annuaire_n_ouvre_aucun_import_de_demandes(Role role) {
        ImportVue vue = attendre(imports.deposer(
                "demandes-rsa", "essai.csv", fichier("Q1").getBytes(StandardCharsets.UTF_8), false, agent));
        try (Ecran ecran = ouvrir(monde.agent(role, "KLEBER"))) {
            assertThat(statut(ecran, "/imports")).isEqualTo(200);
            assertThat(ecran.page().locator("main").textContent()).doesNotContain("Demandes de RSA");
            assertThat(statut(ecran, "/imports/nouveau/annuaire")).isEqualTo(200);
            assertThat(statut(ecran, "/imports/nouveau/demandes-rsa")).isEqualTo(403);
            assertThat(statut(ecran, "/imports/modeles/demandes-rsa")).isEqualTo(403);
            for (String chemin : List.of("", "/avancement", "/lignes/2")) {
                assertThat(statut(ecran, "/imports/" + vue.id() + chemin))
                        .as(chemin)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void un_referent_n_importe_que_les_personnes_a_orienter() {
        try (Ecran ecran = ouvrir(monde.agent(Role.ALI, "KLEBER"))) {
            assertThat(statut(ecran, "/imports")).isEqualTo(200);
            assertThat(statut(ecran, "/imports/nouveau/orientations")).isEqualTo(200);
            assertThat(statut(ecran, "/imports/nouveau/demandes-rsa")).isEqualTo(403);
            assertThat(statut(ecran, "/imports/nouveau/annuaire")).isEqualTo(403);
        }
    }

    private static void pret(Page page) {
        page.waitForLoadState();
        page.evaluate("document.fonts.ready.then(() => true)");
    }

    private static Locator lien(Page page, String nom) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(nom));
    }

    private Ecran ouvrir(Agent qui) {
        Ecran ecran = navigateur.ecran();
        SessionDEssai.ouvrir(ecran, adresse(""), qui, contexte);
        return ecran;
    }

    private Ecran aller(Ecran ecran, String chemin) {
        return ecran.aller(adresse(chemin));
    }

    private int statut(Ecran ecran, String chemin) {
        Response reponse = ecran.page().navigate(adresse(chemin));
        return reponse.status();
    }

    private String adresse(String chemin) {
        return "http://127.0.0.1:" + port + chemin;
    }

    private static void deposer(Page page, String contenu) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("essai.csv", "text/csv", contenu.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Vérifier le fichier").click();
    }

    /** The progress page asks for itself until the work is over; then its link leads to the rows. */
    private static void attendreLesLignes(Page page) {
        Locator table = page.locator("table.tableau");
        Locator suite = page.locator("a", new Page.LocatorOptions().setHasText("Voir les lignes"));
        table.or(suite).first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        if (suite.count() > 0) {
            suite.click();
            table.waitFor();
        }
    }

    private ImportVue attendre(ImportVue vue) {
        return imports.attendre(vue.id(), Duration.ofMinutes(1), agent);
    }

    private static String fichier(String... quartiers) {
        StringBuilder fichier = new StringBuilder(
                "civilite;nom;prenoms;date_naissance;adresse;quartier;canal;date_depot;nationalite\n");
        for (String quartier : quartiers) {
            fichier.append("M;Parlécran-Fictif")
                    .append(SUIVANT.incrementAndGet())
                    .append(";Ali;02/11/1979;1 place du Modèle;")
                    .append(quartier)
                    .append(";en ligne;14/04/2026;FR\n");
        }
        return fichier.toString();
    }
}
