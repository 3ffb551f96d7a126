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
import fr.jalon.essais.ClientApi;
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

/** The managers' page in a browser: each number, its list for whom it is open, light, dark, narrow. */
@JalonIT
@AChaqueEssai
class PilotageEcranIT extends EssaiDEcran {

    @Autowired
    private ApplicationContext contexte;

    @Autowired
    private MiseAJour miseAJour;

    private String base;

    @BeforeEach
    void preparer() {
        base = "http://127.0.0.1:" + port;
        horloge.regler(EssaiConfiguration.DEPART);
        List<DossierVue> dossiers = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            dossiers.add(monde.demande());
        }
        monde.travailler();
        horloge.avancer(Duration.ofDays(2));
        for (DossierVue d : dossiers.subList(0, 11)) {
            String tache = monde.bean(Corbeille.class).duDossier(d.id()).get(0).tacheId();
            monde.bean(Taches.class).achever(tache, Map.of("resultat", "INCOMPLET"), monde.instructeur());
        }
        monde.travailler();
        horloge.avancer(Duration.ofDays(6));
        for (DossierVue d : dossiers.subList(0, 6)) {
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

    /** What a screen shows of it, for the guide. */
    private static void illustrer(Ecran ecran, String nom) {
        ecran.page()
                .screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "captures", "guide", nom + ".png")));
    }

    @Test
    void le_manager_lit_tout_sans_nom_ni_lien_vers_un_dossier() {
        Agent manager = monde.agent("seul.manager", Role.MANAGER, null);
        for (boolean sombre : List.of(false, true)) {
            for (int largeur : List.of(Navigateur.LARGE, Navigateur.ETROIT)) {
                try (Ecran ecran = ecran(largeur, sombre, manager)) {
                    ecran.aller(base + "/pilotage")
                            .verifierTout()
                            .capturer("pilotage-manager-" + largeur + (sombre ? "-sombre" : ""));
                    assertThat(ecran.page().locator(".chiffre strong").first().innerText())
                            .isEqualTo("11");
                    assertThat(ecran.page()
                                    .locator("a[href*='/pilotage/dossiers']")
                                    .count())
                            .isZero();
                    assertThat(ecran.page().locator("#vrai-le").innerText()).startsWith("Chiffres vrais le");
                    assertThat(ecran.page().locator("main").innerText())
                            .contains("Vérifier les pièces", "La personne", "Durées en jours ouvrés");
                }
            }
        }
    }

    @Test
    void la_responsable_ouvre_la_liste_d_un_nombre_puis_le_dossier() {
        try (Ecran ecran = ecran(Navigateur.LARGE, false, monde.responsable())) {
            ecran.aller(base + "/");
            ecran.page().locator("main a[href='/pilotage']").first().click();
            ecran.verifierTout().capturer("pilotage-responsable");
            illustrer(ecran, "pilotage");
            ecran.page().locator("a[href*='situation=SUSPENDU']").first().click();
            ecran.verifierTout();
            assertThat(ecran.page().locator("tbody tr").count()).isEqualTo(5);
            ecran.page().locator("tbody a").first().click();
            assertThat(ecran.page().url()).contains("/dossiers/RSA-");
        }
    }

    @Test
    void un_indicateur_dit_pourquoi_ce_chiffre_et_qui_compte() {
        try (Ecran ecran = ecran(Navigateur.LARGE, false, monde.responsable())) {
            ecran.aller(base + "/pilotage/indicateurs/ACCUSE_DE_RECEPTION").verifierTout();
            illustrer(ecran, "pilotage-indicateur");
            assertThat(ecran.page().locator("main").innerText())
                    .contains("dépôt de la demande", "10 jours ouvrés", "R112-5");
            ecran.page().locator("text=Voir qui compte").click();
            ecran.verifierTout();
            assertThat(ecran.page().locator("tbody tr").count()).isEqualTo(17);
            ecran.aller(base + "/pilotage/indicateurs/RECOURS_REPONDUS").verifierTout();
            assertThat(ecran.page().locator("main").innerText()).contains("ne peut pas encore être fait");
        }
    }

    @Test
    void des_dates_a_l_envers_se_disent_et_une_autre_antenne_n_existe_pas() {
        monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE");
        try (Ecran ecran = ecran(Navigateur.LARGE, false, monde.responsable())) {
            ecran.aller(base + "/pilotage?du=2026-06-02&au=2026-06-01");
            assertThat(ecran.page().locator("main").innerText()).contains("corrigez les dates");
            ecran.aller(base + "/pilotage?antenne=BLOSNE");
            assertThat(ecran.page().content()).doesNotContain("Chiffres vrais le");
        }
        assertThat(ClientApi.anonyme(monde).get("/pilotage").statut()).isIn(302, 401);
    }
}
