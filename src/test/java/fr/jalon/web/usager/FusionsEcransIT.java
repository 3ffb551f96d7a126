package fr.jalon.web.usager;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.Canal;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.essais.SessionDEssai;
import fr.jalon.fusion.ApercuFusion;
import fr.jalon.fusion.Cote;
import fr.jalon.fusion.Fusions;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.PersonneVue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Making two cards one on the screen, and two again; the other address, and whose page it is not. */
@JalonIT
class FusionsEcransIT {

    private static Navigateur navigateur;

    @Autowired
    private Monde monde;

    @Autowired
    private DemandesRsa demandes;

    @Autowired
    private Fusions fusions;

    @Autowired
    private ApplicationContext contexte;

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

    @Test
    void la_responsable_reunit_deux_fiches_puis_les_separe() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        demandes.deposer(absorbee.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
        try (Ecran ecran = navigateur.ecran(Navigateur.LARGE, false)) {
            SessionDEssai.ouvrir(ecran, adresse(""), monde.responsable(), contexte);
            Page page = ecran.page();
            ecran.aller(adresse("/usagers/" + gardee.id()));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Réunir à une autre fiche"))
                    .click();
            page.waitForURL("**/fusion");
            page.fill("#champ-q", absorbee.nom());
            // The search of the header has a button of the same name.
            page.locator("main form:has(#champ-q) button").first().click();
            page.waitForURL("**recherche=*");
            assertThat(page.url()).doesNotContain(absorbee.nom());
            assertThat(page.locator("main").textContent())
                    .as("deux homonymes se distinguent")
                    .contains(
                            absorbee.adresse().lines().findFirst().orElseThrow(), "référence " + absorbee.reference());
            ecran.capturer("fusion-choix").verifierTout();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                    .setName(absorbee.nomComplet())
                                    .setExact(true))
                    .first()
                    .click();
            page.waitForURL("**autre=*");
            assertThat(page.locator("main").textContent())
                    .contains(
                            "référence " + gardee.reference(),
                            "référence " + absorbee.reference(),
                            "se défait ensuite");
            ecran.capturer("fusion-apercu").verifierTout();
            bouton(page, "Réunir les deux fiches");
            page.locator(".resume-erreurs").waitFor();
            assertThat(ecran.plaintesEtOubli()).allMatch(p -> p.contains("422"));
            ecran.capturer("fusion-choix-manquants").verifierTout();
            page.check("#choix-noms-GARDEE");
            page.check("#choix-adresse-ABSORBEE");
            bouton(page, "Réunir les deux fiches");
            page.waitForURL("**/usagers/" + gardee.id());
            assertThat(page.locator("main").textContent()).contains("n’en font plus qu’une");

            ecran.aller(adresse("/usagers/" + absorbee.id()));
            assertThat(page.url()).endsWith("/usagers/" + gardee.id());

            ecran.aller(adresse("/fusions")).capturer("fusions").verifierTout();
            com.microsoft.playwright.Locator sienne =
                    page.locator("section.carte", new Page.LocatorOptions().setHasText(absorbee.nom() + " et"));
            sienne.getByText("Défaire cette fusion").click();
            sienne.locator("input[type=text]").fill("Ce sont deux sœurs.");
            ecran.capturer("fusion-defaire").verifierTout();
            sienne.getByRole(AriaRole.BUTTON).last().click();
            page.locator("#messages .message").waitFor();
            assertThat(page.locator("main").textContent()).contains("Ce sont deux sœurs");
            ecran.aller(adresse("/usagers/" + absorbee.id()));
            assertThat(page.url()).endsWith("/usagers/" + absorbee.id());
        }
    }

    /** One antenne asks, the other reads who asks and why, and agrees or leaves it; the first has nothing more to press. */
    @Test
    void deux_antennes_qui_ont_reuni_lisent_chacune_ou_en_est_la_separation() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        Agent kleber = monde.responsable();
        Agent blosne = monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE");
        UUID dossier = demandes.deposer(absorbee.id(), Canal.GUICHET, monde.situation(), monde.instructeur())
                .id();
        monde.bean(JdbcTemplate.class).update("update dossier set antenne = 'BLOSNE' where id = ?", dossier);
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        Map<String, Cote> choix = new LinkedHashMap<>();
        apercu.champs().stream().filter(c -> !c.pareil()).forEach(c -> choix.put(c.code(), Cote.GARDEE));
        Fusions.Versions versions = new Fusions.Versions(
                apercu.gardee().version(), apercu.absorbee().version());
        UUID fusion = fusions.demander(gardee.id(), absorbee.id(), choix, versions, kleber)
                .id();
        String attendue = lue(kleber, fusion, "fusion-accord-attendu");
        assertThat(attendue).contains("Accord attendu : Espace BLOSNE.");
        fusions.accepter(fusion, versions, blosne);
        fusions.defaire(fusion, "Ce sont deux cousines.", kleber);

        assertThat(lue(kleber, fusion, "fusion-retour-demande"))
                .contains(
                        "Séparation demandée",
                        "Espace KLEBER demande à refaire deux fiches : « Ce sont deux cousines. »",
                        "Accord attendu : Espace BLOSNE. Sans lui, la fusion reste.")
                .doesNotContain("Défaire cette fusion", "Refaire deux fiches", "Donner votre accord");
        assertThat(lue(blosne, fusion, "fusion-retour-a-repondre"))
                .contains(
                        "Séparation demandée",
                        "« Ce sont deux cousines. » Votre accord est attendu : sans lui, la fusion reste.",
                        "Donner votre accord",
                        "Refaire deux fiches")
                .doesNotContain("Défaire cette fusion");
    }

    /** The card of a merge in the list, as its reader sees it, on a large and on a narrow screen. */
    private String lue(Agent agent, UUID fusion, String image) {
        String texte = "";
        for (int largeur : new int[] {Navigateur.ETROIT, Navigateur.LARGE}) {
            try (Ecran ecran = navigateur.ecran(largeur, false)) {
                SessionDEssai.ouvrir(ecran, adresse(""), agent, contexte);
                ecran.aller(adresse("/fusions"));
                com.microsoft.playwright.Locator carte = ecran.page().locator("#f-" + fusion);
                carte.locator("details").all().forEach(d -> d.evaluate("e => e.open = true"));
                ecran.capturer(image + "-" + largeur).verifierTout();
                texte = carte.innerText().replaceAll("[\\p{Z}\\s]+", " ");
            }
        }
        return texte;
    }

    /** What is not known of a birth is marked, and never shown as a first of January. */
    @Test
    void un_membre_du_foyer_ne_en_partie_se_lit_et_se_dit_comme_il_est_connu() {
        PersonneVue personne = monde.personne();
        demandes.deposer(personne.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
        for (int largeur : new int[] {Navigateur.ETROIT, Navigateur.LARGE}) {
            try (Ecran ecran = navigateur.ecran(largeur, false)) {
                SessionDEssai.ouvrir(ecran, adresse(""), monde.instructeur(), contexte);
                Page page = ecran.aller(adresse("/usagers/" + personne.id())).page();
                for (String naissance : new String[] {"2016", "03/2016", "14/03/2016"}) {
                    page.locator("summary", new Page.LocatorOptions().setHasText("Ajouter une personne au foyer"))
                            .click();
                    page.selectOption("#champ-foyer-lien", "ENFANT");
                    page.fill("#champ-foyer-prenoms", "Noé" + largeur);
                    page.fill("#champ-foyer-dateNaissance", naissance);
                    ecran.capturer("foyer-ne-en-partie-saisie-" + largeur).verifierTout();
                    bouton(page, "Ajouter au foyer");
                    page.getByText("Le foyer est à jour").waitFor();
                }
                ecran.capturer("foyer-ne-en-partie-" + largeur).verifierTout();
                assertThat(page.locator("#foyer").innerText().replaceAll("[\\p{Z}\\s]+", " "))
                        .contains("naissance en 2016", "naissance en mars 2016", "naissance le 14 mars 2016")
                        .doesNotContain("1er janvier", "1er mars");
            }
        }
    }

    @Test
    void un_formulaire_ouvert_sur_l_autre_fiche_garde_ce_qui_est_tape() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        Navigation responsable = connecte(monde.responsable());
        reunir(responsable, gardee, absorbee);

        Map<String, String> tape = new LinkedHashMap<>();
        tape.put("version", String.valueOf(absorbee.version()));
        tape.put("nom", "Nom tapé pendant ce temps");
        Reponse suite = responsable.post("/usagers/" + absorbee.id() + "/modification", tape);
        assertThat(suite.statut()).isEqualTo(307);
        assertThat(suite.entetes().firstValue("Location").orElse(""))
                .endsWith("/usagers/" + gardee.id() + "/modification");
        Reponse refus = responsable.post("/usagers/" + gardee.id() + "/modification", tape);
        assertThat(refus.statut()).isEqualTo(409);
        assertThat(refus.texte()).contains("Nom tapé pendant ce temps");
    }

    @Test
    void une_fiche_changee_pendant_la_preparation_garde_les_choix() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        Map<String, String> champs = champs(gardee, absorbee);
        champs.put("versionAbsorbee", "999");
        Reponse refus = connecte(monde.responsable()).post("/usagers/" + gardee.id() + "/fusion", champs);
        assertThat(refus.statut()).isEqualTo(409);
        assertThat(refus.texte())
                .contains("modifiée entre-temps", "id=\"choix-adresse-ABSORBEE\" name=\"choix-adresse\" checked");
    }

    @Test
    void une_saisie_bricolee_ne_fait_jamais_de_panne() {
        PersonneVue gardee = monde.personne();
        Navigation responsable = connecte(monde.responsable());
        for (String autre : new String[] {
            "", "pas-un-id", UUID.randomUUID().toString(), gardee.id().toString()
        }) {
            Reponse r = responsable.post("/usagers/" + gardee.id() + "/fusion", Map.of("autre", autre));
            assertThat(r.statut()).as(autre).isIn(404, 422);
            assertThat(responsable
                            .get("/usagers/" + gardee.id() + "/fusion?autre=" + autre)
                            .statut())
                    .as(autre)
                    .isIn(200, 404, 422);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "RESPONSABLE_ANTENNE")
    void les_autres_roles_n_y_entrent_pas(Role role) {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        Navigation navigation = connecte(monde.agent(role, "KLEBER"));
        assertThat(navigation.get("/fusions").statut()).isEqualTo(403);
        assertThat(navigation.get("/usagers/" + gardee.id() + "/fusion").statut())
                .isEqualTo(403);
        assertThat(navigation
                        .post("/usagers/" + gardee.id() + "/fusion", champs(gardee, absorbee))
                        .statut())
                .isEqualTo(403);
        for (String acte : new String[] {"accord", "refus", "annulation"}) {
            assertThat(navigation
                            .post("/fusions/" + UUID.randomUUID() + "/" + acte, Map.of())
                            .statut())
                    .isEqualTo(403);
        }
    }

    private void reunir(Navigation responsable, PersonneVue gardee, PersonneVue absorbee) {
        Reponse r = responsable.post("/usagers/" + gardee.id() + "/fusion", champs(gardee, absorbee));
        assertThat(r.statut()).as(r.texte()).isEqualTo(302);
    }

    private static Map<String, String> champs(PersonneVue gardee, PersonneVue absorbee) {
        Map<String, String> champs = new LinkedHashMap<>();
        champs.put("autre", absorbee.id().toString());
        champs.put("versionGardee", String.valueOf(gardee.version()));
        champs.put("versionAbsorbee", String.valueOf(absorbee.version()));
        champs.put("choix-noms", "GARDEE");
        champs.put("choix-adresse", "ABSORBEE");
        return champs;
    }

    private static void bouton(Page page, String mots) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(mots))
                .first()
                .click();
    }

    private Navigation connecte(Agent agent) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    private String adresse(String chemin) {
        return "http://127.0.0.1:" + port + chemin;
    }
}
