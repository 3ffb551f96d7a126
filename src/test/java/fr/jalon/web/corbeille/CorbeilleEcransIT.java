package fr.jalon.web.corbeille;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.corbeille.FiltreCorbeille;
import fr.jalon.corbeille.LotsDeTaches;
import fr.jalon.corbeille.Onglet;
import fr.jalon.corbeille.VuesCorbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.moteur.Taches;
import fr.jalon.web.Visite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A day on the queue, in a real browser: filters and their address, views, acts on many tasks; by keyboard, at 200 %. */
@JalonIT
class CorbeilleEcransIT extends EssaiDEcran {

    private static final int PORTABLE = 1366;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Taches taches;

    @Autowired
    private VuesCorbeille vues;

    private Agent agent;
    private Agent collegue;

    @BeforeEach
    void agents() {
        horloge.regler(LocalDateTime.of(2026, 6, 1, 9, 0));
        agent = monde.instructeur();
        collegue = monde.agent("instructeur2.kleber", Role.INSTRUCTEUR, "KLEBER");
    }

    private DossierVue[] demandes(int combien) {
        DossierVue[] dossiers = new DossierVue[combien];
        for (int i = 0; i < combien; i++) {
            dossiers[i] = monde.demande();
        }
        monde.travailler();
        return dossiers;
    }

    private String tache(DossierVue dossier) {
        return corbeille.duDossier(dossier.id()).get(0).tacheId();
    }

    private Navigation connexion(Agent qui) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(qui.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    @Test
    void un_filtre_est_dans_l_adresse_le_retour_le_retrouve_et_un_lien_s_envoie() {
        demandes(3);
        try (Visite v = visite(agent)) {
            v.aller("/corbeille");
            v.presser("#panneau-filtres > summary");
            v.page().getByText("Ses étapes").first().click();
            v.page().locator("#panneau-filtres input[name=etape]").first().check();
            v.page()
                    .getByLabel("Urgent", new Page.GetByLabelOptions().setExact(true))
                    .check();
            v.page().getByLabel("Nouvelle pièce").check();
            v.page().getByLabel("Depuis plus de (jours)").fill("0");
            v.tenir("corbeille-filtres");
            v.presser("#panneau-filtres > .btn");
            v.page().waitForURL("**signe=URGENT%2CPIECE**");
            String adresse = v.page().url();
            assertThat(adresse).contains("depuis=0").contains("etape=");
            assertThat(v.page().locator(".filtre strong").allTextContents()).contains("Urgent", "Nouvelle pièce");
            v.presser(".filtres .filtre:has-text('Nouvelle pièce')");
            v.page().waitForURL(u -> !u.contains("PIECE"));
            v.page().goBack();
            v.page().waitForURL("**signe=URGENT%2CPIECE**");
            try (Visite autre = visite(collegue)) {
                autre.ecran().aller(adresse);
                assertThat(autre.page().locator(".filtre strong").allTextContents())
                        .isEqualTo(v.page().locator(".filtre strong").allTextContents());
            }
        }
    }

    @Test
    void ce_qu_une_adresse_demande_de_travers_est_dit_et_la_liste_est_vide_jamais_une_panne() {
        demandes(1);
        Navigation navigation = connexion(agent);
        String long500 = "x".repeat(500);
        for (String requete : List.of(
                "dispositif=" + long500,
                "etape=" + long500,
                "echeance=DEMAIN",
                "depuis=" + long500,
                "du=hier",
                "du=2026-06-02&au=2026-06-01",
                "tri=" + long500,
                "detenteur=instructeur2.kleber",
                "antenne=BLOSNE",
                "onglet=RIEN",
                "q=77777777-1",
                "dispositif=" + "y".repeat(5_000),
                "signe=%F0%9F%98%80%2C%27%22%3Cscript%3E")) {
            Reponse page = navigation.get("/corbeille?" + requete);
            assertThat(page.statut()).as(requete).isEqualTo(200);
            assertThat(page.texte())
                    .contains("Rien ne répond à ces filtres", "message etat-attention")
                    .doesNotContain("cible-ligne", "<script>");
        }
        Reponse mots = navigation.post("/corbeille/filtre", Map.of("mots", long500));
        assertThat(navigation.get(chemin(mots)).texte()).contains("200 caractères au plus");
        for (String requete : List.of("page=-1", "page=x", "page=99999", "taille=7", "taille=" + long500)) {
            assertThat(navigation.get("/corbeille?" + requete).statut()).isEqualTo(200);
        }
    }

    private static String chemin(Reponse redirection) {
        return redirection.entete("Location").replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void sur_un_portable_les_lignes_serrees_en_montrent_douze_et_le_compte_s_en_souvient() {
        demandes(16);
        try (Visite v = new Visite(navigateur, port, PORTABLE, agent)) {
            v.page().setViewportSize(PORTABLE, 768);
            v.aller("/corbeille");
            v.page().getByLabel("Serrées").check();
            v.bouton("Afficher ainsi");
            v.page().locator("table.lignes-serrees").waitFor();
            v.tenir("corbeille-serree");
            assertThat(lignesVisibles(v)).isGreaterThanOrEqualTo(12);
            v.illustrer("corbeille-serree", ".cadre-tableau");
        }
        try (Visite demain = new Visite(navigateur, port, PORTABLE, agent)) {
            demain.aller("/corbeille");
            assertThat(demain.page().locator("table.lignes-serrees").count()).isEqualTo(1);
        }
        try (Visite autre = new Visite(navigateur, port, PORTABLE, collegue)) {
            autre.aller("/corbeille").tenir("corbeille-large");
            assertThat(autre.page().locator("table.lignes-serrees").count()).isZero();
        }
    }

    private static int lignesVisibles(Visite v) {
        return ((Number) v.page()
                        .evaluate("[...document.querySelectorAll('tbody tr')].filter("
                                + "(l) => l.getBoundingClientRect().bottom <= innerHeight).length"))
                .intValue();
    }

    @Test
    void a_200_pour_cent_la_corbeille_et_ses_pages_tiennent() {
        DossierVue[] dossiers = demandes(2);
        taches.prendre(tache(dossiers[0]), collegue);
        vues.creer("Retards de la semaine", "onglet=A_MOI&echeance=RETARD", true, collegue);
        try (Visite v = new Visite(navigateur, port, PORTABLE / 2, monde.responsable())) {
            v.aller("/corbeille").presser("#panneau-filtres > summary").tenir("corbeille-200");
            v.aller("/corbeille?onglet=CHEZ_COLLEGUES").tenir("corbeille-collegues-200");
            v.aller("/corbeille/vues").tenir("vues-200");
            v.aller("/corbeille/lots").tenir("lots-200");
        }
    }

    @Test
    void une_vue_se_garde_se_rouvre_se_renomme_et_se_retire() {
        demandes(1);
        try (Visite v = visite(agent)) {
            v.aller("/corbeille?onglet=A_MOI&echeance=RETARD");
            v.presser("text=Garder cette liste");
            v.page().getByLabel("Nom de la vue").fill("Mes retards");
            v.page().getByLabel("Partagée avec l’antenne").check();
            v.presser(".barre-liste form[action='/corbeille/vues'] button");
            v.page().getByText("est gardée au-dessus").waitFor();
            assertThat(v.page().url()).endsWith("/corbeille?onglet=A_MOI&echeance=RETARD");
            assertThat(v.page().locator(".vues-gardees [aria-current]").textContent())
                    .contains("Mes retards");
            v.tenir("corbeille-vue");
            v.presser("text=Garder cette liste");
            v.page().getByLabel("Nom de la vue").fill("Mes retards");
            v.presser(".barre-liste form[action='/corbeille/vues'] button");
            v.page().locator(".resume-erreurs").waitFor();
            assertThat(v.page().getByLabel("Nom de la vue").inputValue()).isEqualTo("Mes retards");
            v.refusAttendu(422).tenir("corbeille-vue-refusee");
        }
        try (Visite autre = visite(collegue)) {
            autre.aller("/corbeille");
            autre.presser(".vues-gardees a:has-text('Mes retards')");
            assertThat(autre.page().url()).contains("echeance=RETARD");
            autre.aller("/corbeille/vues");
            assertThat(autre.texte()).contains("Partagée avec l’antenne par " + agent.nomComplet());
            assertThat(autre.page().getByText("Changer").count()).isZero();
        }
        try (Visite v = visite(monde.responsable())) {
            v.aller("/corbeille/vues");
            v.presser("summary:has-text('Changer la vue Mes retards')");
            v.page()
                    .locator("li:has(a:has-text('Mes retards'))")
                    .getByLabel("Nom de la vue")
                    .fill("Retards de l’antenne");
            v.bouton("Enregistrer");
            v.page().getByText("est enregistrée").waitFor();
            v.presser("summary:has-text('Changer la vue Retards de l’antenne')");
            v.bouton("Retirer cette vue");
            v.page().getByText("est retirée").waitFor();
        }
    }

    @Test
    void la_vue_de_quelqu_un_qui_est_parti_reste_et_laisse_de_cote_ce_qui_n_existe_plus() {
        Agent parti = monde.agent("instructeur.parti", Role.INSTRUCTEUR, "KLEBER");
        String id = vues.creer(
                        "Vue de " + parti.nom(),
                        "onglet=A_PRENDRE&dispositif=RSA%2CPERDU&etape=UserTask_Perdue",
                        true,
                        parti)
                .toString();
        jdbc.update("update compte set actif = false where identifiant = ?", parti.identifiant());
        Navigation navigation = connexion(agent);
        Reponse ouverte = navigation.get("/corbeille/vues/" + id);
        assertThat(ouverte.entete("Location")).endsWith("/corbeille?onglet=A_PRENDRE&dispositif=RSA");
        assertThat(navigation.get(chemin(ouverte)).texte())
                .contains("n&#39;existe plus", "PERDU", "UserTask_Perdue")
                .doesNotContain("Aucun dispositif ne s");
        assertThat(connexion(monde.agent(Role.INSTRUCTEUR, "BLOSNE"))
                        .get("/corbeille/vues/" + id)
                        .statut())
                .isEqualTo(404);
        assertThat(navigation.get("/corbeille/vues/pas-une-vue").statut()).isEqualTo(404);
    }

    @Test
    void au_clavier_seul_plusieurs_taches_se_prennent_le_rapport_se_lit_et_tout_s_annule() {
        DossierVue[] dossiers = demandes(3);
        Agent seul = monde.agent("instructeur.clavier", Role.INSTRUCTEUR, "KLEBER");
        try (Visite v = visite(seul)) {
            v.aller("/corbeille?tri=-NUMERO");
            v.page().keyboard().press("j");
            v.page().keyboard().press("x");
            v.page().keyboard().press("j");
            v.page().keyboard().press("x");
            Locator barre = v.page().locator("#lot");
            barre.getByText("2 tâches choisies").waitFor();
            v.tenir("corbeille-choisies");
            barre.locator("button[value=PRENDRE]").focus();
            v.page().keyboard().press("Enter");
            v.page().waitForURL("**/corbeille/lots/**");
            v.page().getByText("2 faites").first().waitFor();
            v.page().reload();
            v.tenir("lot");
            assertThat(v.page().locator("tbody .badge-etat").allTextContents()).hasSize(2);
            assertThat(corbeille.nombre(FiltreCorbeille.de(Onglet.A_MOI), seul)).isEqualTo(2);
            v.page()
                    .getByRole(
                            com.microsoft.playwright.options.AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Annuler").setExact(true))
                    .focus();
            v.page().keyboard().press("Enter");
            v.page().getByText("Annuler sur 2 tâches").first().waitFor();
            v.page().getByText("2 faites").first().waitFor();
            assertThat(corbeille.nombre(FiltreCorbeille.de(Onglet.A_MOI), seul)).isZero();
            v.aller("/corbeille/lots").tenir("lots");
            assertThat(v.page().locator(".rangees li").count()).isEqualTo(2);
        }
        assertThat(dossiers).hasSize(3);
    }

    @Test
    void le_responsable_confie_toute_la_liste_et_rien_de_saisi_ne_se_perd() {
        demandes(23);
        Agent responsable = monde.responsable();
        try (Visite v = visite(responsable)) {
            v.aller("/corbeille");
            v.page().locator("thead [data-tout]").check();
            v.page().locator("#champ-lot-tous").check();
            v.page().locator("#champ-lot-destinataire").selectOption(collegue.identifiant());
            v.bouton("Confier");
            v.page().locator(".resume-erreurs").waitFor();
            assertThat(v.page().locator("#champ-lot-destinataire").inputValue()).isEqualTo(collegue.identifiant());
            assertThat(v.page().locator("#champ-lot-tous").isChecked()).isTrue();
            v.refusAttendu(422).tenir("corbeille-confier-refuse");
            v.page().locator("#champ-lot-motif").fill("Congé de juin");
            v.page().locator("button[value=CONFIER]").click();
            v.page().waitForURL("**/corbeille/lots/**");
            String lot = v.page().url();
            v.page()
                    .getByText(java.util.regex.Pattern.compile("\\d+ faites"))
                    .first()
                    .waitFor();
            v.aller("/corbeille?onglet=CHEZ_COLLEGUES").tenir("corbeille-collegues");
            assertThat(v.page().locator("#charge").innerText()).contains(collegue.nomComplet());
            v.page()
                    .locator("#charge tr:has-text('" + collegue.nomComplet() + "') a")
                    .first()
                    .click();
            v.chargee();
            assertThat(v.page().url()).contains("detenteur=" + collegue.identifiant());
            assertThat(v.page().locator(".pied-tableau").innerText())
                    .contains("sur " + corbeille.nombre(FiltreCorbeille.de(Onglet.A_MOI), collegue));
            try (Visite autre = visite(agent)) {
                autre.aller("/corbeille?onglet=CHEZ_COLLEGUES");
                assertThat(autre.page().locator("tbody tr").first().innerText()).contains(collegue.nomComplet());
                assertThat(autre.page().locator("#charge").count()).isZero();
                assertThat(connexion(agent)
                                .get("/corbeille/lots/" + lot.replaceAll(".*/lots/([^?]+).*", "$1"))
                                .statut())
                        .isEqualTo(404);
            }
        }
        assertThat(monde.bean(LotsDeTaches.class).de(responsable)).isNotEmpty();
    }

    @Test
    void la_page_pose_autant_de_questions_a_la_base_pour_dix_lignes_que_pour_cinquante() {
        demandes(2);
        Navigation navigation = connexion(agent);
        String filtree = "/corbeille?taille=50&signe=URGENT&depuis=1&echeance="
                + URLEncoder.encode("RETARD,BIENTOT", StandardCharsets.UTF_8);
        navigation.get("/corbeille?taille=50");
        navigation.get(filtree);
        long peu = lectures(() -> navigation.get("/corbeille?taille=50"));
        demandes(14);
        long beaucoup = lectures(() -> navigation.get("/corbeille?taille=50"));
        assertThat(beaucoup).isEqualTo(peu).isLessThanOrEqualTo(LECTURES);
        assertThat(lectures(() -> navigation.get(filtree))).isLessThanOrEqualTo(LECTURES + 3);
    }

    /** Reads of the whole page: session, account, rights, menu and its counters, models, list, counters of the tabs, views. */
    private static final int LECTURES = 45;

    /** The least of five: the server counts what others ask in between, too. */
    private long lectures(Runnable page) {
        return LongStream.range(0, 5)
                .map(essai -> {
                    long avant = compteur();
                    page.run();
                    return compteur() - avant;
                })
                .min()
                .orElseThrow();
    }

    private long compteur() {
        return Long.parseLong(
                jdbc.queryForObject("show global status like 'Com_select'", (rs, rang) -> rs.getString(2)));
    }
}
