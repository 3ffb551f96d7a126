package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.AQui;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Financeur;
import fr.jalon.budget.Preuve;
import fr.jalon.commun.Siret;
import fr.jalon.essais.AChaqueEssai;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.SessionDEssai;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The budget in a browser: the envelopes for who follows them, the chain for the finances, the closing; light, dark, narrow. */
@JalonIT
@AChaqueEssai
class BudgetEcranIT extends EssaiDEcran {

    /** A common laptop, and the same at 200 %. */
    private static final List<Integer> LARGEURS = List.of(1366, 683, Navigateur.ETROIT);

    private static final List<Financeur> FINANCEURS =
            List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100));

    @Autowired
    private ApplicationContext contexte;

    @Autowired
    private Depenses depenses;

    @Autowired
    private Enveloppes enveloppes;

    private String base;

    @BeforeEach
    void preparer() {
        base = "http://127.0.0.1:" + port;
        doter("AideMobilite-2026", "Aide à la mobilité", 85_000_000);
        doter("FinancementFormation-2026", "Financement de formations", 70_000_000);
        doter("Secours-2026", "Secours", 30_000_000);
        depenses.reserver("Secours-2026", 4_500_000, "SEC-1", null, "decide");
        String engagement = depenses.engager(
                depenses.reserver("AideMobilite-2026", 20_000_000, "AIM-1", null, "decide"),
                null,
                new AQui(AQui.Nature.ORGANISME, new Siret("99000000100018"), null),
                "decide");
        depenses.certifier(engagement, 10_000_050, new Preuve(Preuve.Sorte.PIECE, "facture 12"), "certifie");
    }

    private void doter(String id, String libelle, long centimes) {
        enveloppes.ouvrir(id, libelle, 2026, FINANCEURS);
        enveloppes.doter(
                id,
                "ecran:" + id,
                centimes,
                EssaiConfiguration.DEPART.toLocalDate(),
                "Budget primitif 2026",
                "dispositifs");
    }

    private Ecran ecran(int largeur, boolean sombre, Agent agent) {
        Ecran ecran = navigateur.ecran(largeur, sombre);
        SessionDEssai.ouvrir(ecran, base, agent, contexte);
        return ecran;
    }

    private static void bouton(Page page, String nom) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nom))
                .click();
        page.waitForLoadState();
    }

    @Test
    void chacun_lit_les_enveloppes_et_ouvre_chaque_montant() {
        Agent manager = monde.agent("seul.manager", Role.MANAGER, null);
        for (boolean sombre : List.of(false, true)) {
            for (int largeur : LARGEURS) {
                try (Ecran ecran = ecran(largeur, sombre, manager)) {
                    ecran.aller(base + "/budget")
                            .verifierTout()
                            .capturer("budget-" + largeur + (sombre ? "-sombre" : ""));
                    assertThat(ecran.page().locator("main").innerText())
                            .contains(
                                    "Aide à la mobilité", "Département 89", "850\u202f000,00", "Toutes les enveloppes");
                    assertThat(ecran.page().locator("a[href*='/mandats']").count())
                            .isZero();
                }
            }
        }
        try (Ecran ecran = ecran(1366, false, manager)) {
            ecran.aller(base + "/budget");
            ecran.page().locator("a[href*='AideMobilite-2026?compte=ENGAGE']").click();
            ecran.page().waitForLoadState();
            ecran.verifierTout().capturer("budget-operations");
            assertThat(ecran.page().locator("main").innerText()).contains("dossier AIM-1", "200\u202f000,00");
        }
    }

    @Test
    void les_finances_ordonnent_transmettent_et_paient() {
        Agent finances = monde.agent("seul.finances", Role.FINANCES, null);
        try (Ecran ecran = ecran(1366, false, finances)) {
            Page page = ecran.page();
            ecran.aller(base + "/budget").verifierTout().capturer("budget-finances");
            page.locator("a.chiffre[href*='A_FAIRE']").click();
            page.locator("a.cible-ligne").first().click();
            page.waitForLoadState();
            ecran.verifierTout().capturer("budget-service");
            page.fill("#champ-nom", "Auto-école inventée");
            page.fill("#champ-iban", "FR7699999000010000000000504");
            bouton(page, "Faire le mandat");
            assertThat(page.locator("#erreur-iban").innerText()).contains("clé est fausse");
            assertThat(page.inputValue("#champ-nom")).isEqualTo("Auto-école inventée");
            ecran.plaintesEtOubli();
            ecran.verifierAccessibilite().capturer("budget-service-refuse");
            page.fill("#champ-iban", "FR76 9999 9000 0100 0000 0000 503");
            page.fill("#champ-piece-DECISION", "D-12");
            page.fill("#champ-piece-FACTURE", "F-12");
            page.fill("#champ-piece-RIB", "R-12");
            bouton(page, "Faire le mandat");
            String mandat = page.url();
            assertThat(page.locator("main").innerText()).contains("100\u202f000,50", "À transmettre", "F-12");
            ecran.aller(base + "/budget/mandats?etat=ORDONNE").verifierTout().capturer("budget-mandats");
            bouton(page, "Mettre tous ces mandats sur un bordereau");
            ecran.verifierTout().capturer("budget-bordereaux");
            ecran.aller(mandat).verifierTout().capturer("budget-mandat-transmis");
            bouton(page, "Le comptable l’accepte");
            bouton(page, "Enregistrer le paiement");
            assertThat(page.locator(".signes").innerText()).contains("Payé");
            page.fill("#champ-montant", "100 000,51");
            page.fill("#champ-motifTitre", "Heures non faites");
            bouton(page, "Émettre le titre de recettes");
            assertThat(page.locator("#erreur-montant").innerText()).contains("100\u202f000,50");
            assertThat(page.inputValue("#champ-motifTitre")).isEqualTo("Heures non faites");
            ecran.plaintesEtOubli();
            page.fill("#champ-montant", "1 000,50");
            bouton(page, "Émettre le titre de recettes");
            ecran.verifierTout();
            page.locator("form[action$='/encaissement'] button").click();
            page.waitForLoadState();
            assertThat(page.locator("main").innerText()).contains("Encaissé le");
        }
        assertThat(enveloppes.parId("AideMobilite-2026").chiffres().paye()).isEqualTo(9_900_000);
    }

    @Test
    void les_finances_changent_les_credits_et_preparent_la_cloture() {
        Agent finances = monde.agent("seul.finances", Role.FINANCES, null);
        for (int largeur : LARGEURS) {
            try (Ecran ecran = ecran(largeur, largeur == 683, finances)) {
                ecran.aller(base + "/budget/credits").verifierTout().capturer("budget-credits-" + largeur);
                ecran.aller(base + "/budget/cloture").verifierTout().capturer("budget-cloture-" + largeur);
            }
        }
        try (Ecran ecran = ecran(1366, false, finances)) {
            Page page = ecran.page();
            ecran.aller(base + "/budget/credits");
            page.selectOption("#champ-de", "Secours-2026");
            page.selectOption("#champ-vers", "AideMobilite-2026");
            page.fill("#champ-montantVire", "255 000,01");
            page.fill("#champ-acteVirement", "Décision 12");
            bouton(page, "Enregistrer le virement");
            assertThat(page.locator(".resume-erreurs").innerText()).contains("255\u202f000,00");
            assertThat(page.inputValue("#champ-montantVire")).isEqualTo("255 000,01");
            ecran.plaintesEtOubli();
            page.fill("#champ-montantVire", "255 000");
            bouton(page, "Enregistrer le virement");
            assertThat(page.locator("main").innerText()).contains("1\u202f105\u202f000,00");
            ecran.aller(base + "/budget/cloture");
            assertThat(page.locator("main").innerText())
                    .contains("Possible à partir du 1er février 2027", "Sera reporté");
            page.locator("form[action$='/cloture/choix'] button").first().click();
            page.waitForLoadState();
            assertThat(page.locator("main").innerText()).contains("Sera libéré");
        }
    }
}
