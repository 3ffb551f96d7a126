package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.AChaqueEssai;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.SessionDEssai;
import fr.jalon.moteur.Taches;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.pilotage.MiseAJour;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the time goes, alerts and annotations in a browser: drawing, tables, dossiers for whom they are open, light, dark, narrow. */
@JalonIT
@AChaqueEssai
class CheminsEcranIT extends EssaiDEcran {

    private static final int A_200_POUR_CENT = 640;

    @Autowired
    private ApplicationContext contexte;

    @Autowired
    private MiseAJour miseAJour;

    @Autowired
    private JdbcTemplate jdbc;

    private String base;

    @BeforeEach
    void preparer() {
        base = "http://127.0.0.1:" + port;
        horloge.regler(EssaiConfiguration.DEPART);
        List<DossierVue> dossiers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            dossiers.add(monde.demande());
        }
        monde.travailler();
        horloge.avancer(Duration.ofDays(2));
        for (DossierVue d : dossiers) {
            String tache = monde.bean(Corbeille.class).duDossier(d.id()).get(0).tacheId();
            monde.bean(Taches.class).achever(tache, Map.of("resultat", "INCOMPLET"), monde.instructeur());
        }
        monde.travailler();
        horloge.avancer(Duration.ofDays(6));
        for (DossierVue d : dossiers) {
            monde.bean(Signalements.class)
                    .signaler(d.id(), Signalement.DESISTEMENT, "Elle l'a dit au guichet.", monde.instructeur());
        }
        monde.travailler();
        miseAJour.suivre();
    }

    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    private Ecran ecran(int largeur, boolean sombre, Agent agent) {
        Ecran ecran = navigateur.ecran(largeur, sombre);
        SessionDEssai.ouvrir(ecran, base, agent, contexte);
        return ecran;
    }

    private static void illustrer(Ecran ecran, String nom) {
        ecran.page()
                .screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "captures", "guide", nom + ".png")));
    }

    @Test
    void le_manager_voit_ou_passe_le_temps_sans_lien_vers_un_dossier() {
        Agent manager = monde.agent("seul.manager", Role.MANAGER, null);
        for (boolean sombre : List.of(false, true)) {
            for (int largeur : List.of(Navigateur.LARGE, A_200_POUR_CENT, Navigateur.ETROIT)) {
                try (Ecran ecran = ecran(largeur, sombre, manager)) {
                    ecran.aller(base + "/pilotage/chemins?dispositif=RSA");
                    ecran.page().locator(".diagramme-compte").first().waitFor();
                    ecran.verifierTout().capturer("chemins-manager-" + largeur + (sombre ? "-sombre" : ""));
                    assertThat(ecran.page().locator(".chaleur-4").count()).isPositive();
                    assertThat(ecran.page().locator("main").innerText())
                            .contains(
                                    "Vérifier les pièces → Recevoir les pièces demandées",
                                    "Les passages de main qui attendent le plus",
                                    "Les étapes refaites");
                    assertThat(ecran.page()
                                    .locator("a[href*='/chemins/dossiers']")
                                    .count())
                            .isZero();
                }
            }
        }
    }

    @Test
    void la_responsable_ouvre_les_dossiers_d_un_chemin_et_d_un_passage_de_main() {
        try (Ecran ecran = ecran(Navigateur.LARGE, false, monde.responsable())) {
            ecran.aller(base + "/pilotage");
            ecran.page().locator("a[href^='/pilotage/chemins']").first().click();
            ecran.page().locator("#filtre-dispositif").selectOption("RSA");
            ecran.page().locator("form.barre-filtres button").click();
            ecran.page().locator(".diagramme-compte").first().waitFor();
            illustrer(ecran, "pilotage-chemins");
            ecran.page().locator("a[href*='variante=']").first().click();
            ecran.verifierTout();
            assertThat(ecran.page().locator("tbody tr").count()).isEqualTo(6);
            ecran.page().goBack();
            ecran.page().locator("a[href*='versEtape=']").first().click();
            ecran.verifierTout();
            assertThat(ecran.page().locator("tbody tr").count()).isEqualTo(6);
            ecran.page().locator("tbody a").first().click();
            assertThat(ecran.page().url()).contains("/dossiers/RSA-");
        }
    }

    @Test
    void le_manager_note_ce_qui_s_est_passe_le_lit_a_cote_des_semaines_et_le_retire() {
        Agent manager = monde.agent("seul.manager", Role.MANAGER, null);
        String jour = EssaiConfiguration.DEPART.toLocalDate().toString();
        try (Ecran ecran = ecran(Navigateur.LARGE, false, manager)) {
            ecran.aller(base + "/pilotage/annotations").verifierTout();
            ecran.page().locator("[name=texte]").fill("CAF fermée");
            ecran.page().locator("[name=du]").fill(jour);
            ecran.page().locator("main form button[type=submit]").first().click();
            assertThat(ecran.page().locator("[name=texte]").inputValue()).isEqualTo("CAF fermée");
            assertThat(ecran.page().locator("main").innerText()).contains("Indiquez une date");
            ecran.plaintesEtOubli();
            ecran.page().locator("[name=au]").fill(jour);
            ecran.page().locator("main form button[type=submit]").first().click();
            ecran.verifierTout().capturer("annotations-manager");
            ecran.aller(base + "/pilotage").verifierTout();
            assertThat(ecran.page().locator("#titre-flux ~ .cadre-tableau").innerText())
                    .contains("CAF fermée");
            ecran.aller(base + "/pilotage/annotations");
            ecran.page().locator("form[action$='/retrait'] button").click();
            assertThat(ecran.page().locator("main").innerText())
                    .contains("L’annotation est retirée", "Rien n’est noté");
        }
    }

    @Test
    void une_alerte_se_lit_sur_l_accueil_et_mene_a_sa_page() {
        jdbc.update("insert into pilotage_alerte (code, antenne, vue_le, levee_le, valeur, dossiers)"
                + " values ('RETARD_ANTENNE', 'KLEBER', '2026-01-01', '2026-01-03', 40, 25)");
        Agent manager = monde.agent("seul.manager", Role.MANAGER, null);
        for (boolean sombre : List.of(true, false)) {
            try (Ecran ecran = ecran(Navigateur.LARGE, sombre, manager)) {
                ecran.aller(base + "/").verifierTout().capturer("alerte-accueil" + (sombre ? "-sombre" : ""));
                illustrer(ecran, "pilotage-alerte");
                String alertes = ecran.page().locator("#alertes").innerText();
                assertThat(alertes)
                        .contains("Trop de dossiers en retard", "Au-dessus de 25")
                        .doesNotContain("40");
                ecran.page().locator("#alertes a").click();
                assertThat(ecran.page().url()).contains("/pilotage?antenne=KLEBER");
                ecran.verifierTout();
            }
        }
        try (Ecran ecran = ecran(Navigateur.LARGE, false, monde.responsable())) {
            ecran.aller(base + "/").verifierTout();
            assertThat(ecran.page().locator("#alertes").innerText()).contains("40", "25 dossiers");
            assertThat(ecran.page().locator("#alertes a").getAttribute("href"))
                    .isEqualTo("/pilotage/dossiers?antenne=KLEBER&situation=RETARD");
        }
    }
}
