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

/** Making two cards one on the screen, and two again; the other address, and whose page it is not. */
@JalonIT
class FusionsEcransIT {

    private static Navigateur navigateur;

    @Autowired
    private Monde monde;

    @Autowired
    private DemandesRsa demandes;

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
            ecran.capturer("fusion-choix").verifierTout();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                    .setName(absorbee.nomComplet())
                                    .setExact(true))
                    .first()
                    .click();
            page.waitForURL("**autre=*");
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
