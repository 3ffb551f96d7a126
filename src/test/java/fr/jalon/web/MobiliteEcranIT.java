package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.essais.AChaqueEssai;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.SessionDEssai;
import fr.jalon.mobilite.ReseauAutoEcoles;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.usager.PersonneVue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The network of driving schools and a person's mobility plan, in a browser: what is typed is kept, each fault on its field. */
@JalonIT
@AChaqueEssai
class MobiliteEcranIT extends EssaiDEcran {

    private static final List<Integer> LARGEURS = List.of(1366, 683, Navigateur.ETROIT);

    @Autowired
    private ApplicationContext contexte;

    @Autowired
    private ReseauAutoEcoles reseau;

    private String base;

    @BeforeEach
    void preparer() {
        base = "http://127.0.0.1:" + port;
    }

    private Ecran ecran(int largeur, Agent agent) {
        Ecran ecran = navigateur.ecran(largeur, false);
        SessionDEssai.ouvrir(ecran, base, agent, contexte);
        return ecran;
    }

    @Test
    void une_auto_ecole_entre_dans_le_reseau_et_chaque_faute_est_sur_son_champ() {
        try (Ecran e = ecran(1366, monde.agent("dispositifs.reseau", Role.RESPONSABLE_DISPOSITIFS, null))) {
            Page page = e.aller(base + "/auto-ecoles/nouvelle").page();
            page.getByLabel("Nom").fill("Auto-école inventée du Pont");
            page.getByLabel("SIRET").fill("73282932000075");
            page.getByLabel("Heures du forfait").fill("vingt");
            page.locator("#auto-ecole button[type=submit]").click();
            assertThat(page.locator(".erreur-champ").allInnerTexts()).hasSizeGreaterThan(3);
            assertThat(page.getByLabel("Nom").inputValue()).isEqualTo("Auto-école inventée du Pont");
            e.verifierAccessibilite();
            page.getByLabel("SIRET").fill("73282932000074");
            page.getByLabel("Commune").fill("Rennes");
            page.getByLabel("Référent").fill("Personne inventée");
            page.getByLabel("Prix de l’heure").fill("42,50");
            page.getByLabel("Prix du forfait").fill("1100");
            page.getByLabel("Heures du forfait").fill("28");
            page.getByLabel("Heures habituelles").fill("34");
            page.getByLabel("Payée sous (jours)").fill("30");
            page.locator("#auto-ecole button[type=submit]").click();
            page.waitForURL(base + "/auto-ecoles");
            assertThat(page.locator("table").innerText()).contains("Auto-école inventée du Pont", "42,50", "30 jours");
        }
        assertThat(reseau.membres()).extracting(m -> m.nom()).contains("Auto-école inventée du Pont");
        for (int largeur : LARGEURS) {
            try (Ecran e = ecran(largeur, monde.agent(Role.ALI, "KLEBER"))) {
                e.aller(base + "/auto-ecoles").verifierTout();
            }
        }
    }

    @Test
    void le_plan_de_mobilite_d_une_personne_se_remplit_et_se_lit() {
        PersonneVue personne = monde.personne();
        String adresse = base + "/usagers/" + personne.id() + "/mobilite";
        try (Ecran e = ecran(1366, monde.agent(Role.ALI, "KLEBER"))) {
            Page page = e.aller(adresse).page();
            page.locator("#champ-VELO-oui").check();
            page.locator("#diagnostic button[type=submit]").click();
            assertThat(page.locator("#champ-VELO-oui").isChecked()).isTrue();
            assertThat(page.locator("#champ-BUS-inconnu").isChecked()).isTrue();
            page.locator("summary").first().click();
            page.getByLabel("Étape", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("TARIF_SOLIDAIRE");
            page.locator("#champ-cout").fill("0,005");
            page.locator("#etape button[type=submit]").click();
            assertThat(page.locator(".erreur-champ").count()).isEqualTo(1);
            page.locator("#champ-cout").fill("12,50");
            page.locator("#etape button[type=submit]").click();
            assertThat(page.locator("table").innerText()).contains("Tarif solidaire", "12,50");
        }
        for (int largeur : LARGEURS) {
            try (Ecran e = ecran(largeur, monde.agent(Role.ALI, "KLEBER"))) {
                e.aller(adresse).verifierTout();
            }
        }
        try (Ecran e = ecran(1366, monde.agent(Role.ALI, "BLOSNE"))) {
            assertThat(e.page().navigate(adresse).status()).isEqualTo(404);
        }
    }
}
