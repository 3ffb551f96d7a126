package fr.jalon.web.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FicheOffre;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.Places;
import fr.jalon.annuaire.Poste;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.Francais;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.essais.SessionDEssai;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The directory on the screen: who keeps it, who reads it, and anybody in the street. */
@JalonIT
class AnnuaireEcransIT {

    private static Navigateur navigateur;

    @Autowired
    private Monde monde;

    @Autowired
    private Annuaire annuaire;

    @Autowired
    private GestionAnnuaire gestion;

    @Autowired
    private ApplicationContext contexte;

    @LocalServerPort
    private int port;

    private Agent responsable;

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
        responsable = monde.agent(Role.RESPONSABLE_DISPOSITIFS, "KLEBER");
    }

    @Test
    void le_responsable_cherche_ajoute_une_offre_dit_ses_places_et_la_relit() {
        try (Ecran ecran = ouvrir(responsable, Navigateur.LARGE, false)) {
            Page page = ecran.page();
            aller(ecran, "/annuaire").capturer("annuaire-liste").verifierTout();
            assertThat(page.locator("nav a[aria-current=page]").first().textContent())
                    .contains("Annuaire");
            page.fill("#champ-q", "vélo");
            page.selectOption("#filtre-levier", "6");
            bouton(page, "Filtrer");
            page.waitForURL("**levier=6**");
            assertThat(page.locator(".filtre").allTextContents())
                    .anyMatch(t -> t.contains("vélo"))
                    .anyMatch(t -> t.contains("Mobilité"));
            assertThat(page.locator("main").textContent()).contains("Apprendre à faire du vélo avec Prisme");
            pret(page);
            ecran.capturer("annuaire-recherche").verifierTout();
            illustrer(page, "annuaire-offres");

            aller(ecran, "/annuaire/offres/nouvelle")
                    .capturer("annuaire-offre-nouvelle")
                    .verifierTout();
            page.fill("#champ-description", "Ce que j'ai tapé reste là.");
            page.fill("#champ-delaiPremierRendezVous", "dix");
            bouton(page, "Enregistrer l’offre");
            page.locator(".resume-erreurs").waitFor();
            assertThat(page.locator(".resume-erreurs li").allTextContents()).hasSize(3);
            assertThat(page.inputValue("#champ-description")).isEqualTo("Ce que j'ai tapé reste là.");
            assertThat(page.inputValue("#champ-delaiPremierRendezVous")).isEqualTo("dix");
            assertThat(ecran.plaintesEtOubli()).allMatch(p -> p.contains("422"));
            pret(page);
            ecran.capturer("annuaire-offre-refusee").verifierTout();

            page.fill("#champ-titre", "Atelier vélo inventé");
            page.selectOption("#champ-objectif", "L6-ALTERNATIVES");
            page.selectOption("#champ-organismes0", "PRISME");
            page.fill("#champ-delaiPremierRendezVous", "10");
            page.check("#champ-publics-HABITANTS");
            page.check("#champ-quartiers-Q5");
            page.fill("#champ-langues", "arabe, en");
            bouton(page, "Enregistrer l’offre");
            page.waitForURL(Pattern.compile(".*/annuaire/offres/[0-9a-f-]{36}"));
            assertThat(page.locator("main").textContent())
                    .contains("Atelier vélo inventé", "Arabe", "Anglais", "en général sous 10 jours", "Maurepas");

            page.fill("#champ-placesTotal", "5");
            page.fill("#champ-placesPrises", "4");
            page.fill("#champ-placesAttente", "2");
            bouton(page, "Enregistrer les places");
            page.locator("#messages .message").waitFor();
            assertThat(page.locator("main").textContent()).contains("1 place libre sur 5, 2 en attente");
            bouton(page, "Toujours exact");
            page.locator("#messages .message").waitFor();
            assertThat(page.locator("#messages").textContent()).contains("relue aujourd’hui");
            pret(page);
            ecran.capturer("annuaire-offre").verifierTout();
            illustrer(page, "annuaire-offre");
        }
    }

    @Test
    void le_pilote_complete_un_organisme_et_une_faute_se_voit_sur_son_champ() {
        OrganismeVue o = gestion.creerOrganisme(
                null,
                new FicheOrganisme(
                        "Association inventée",
                        "ASSOCIATION",
                        "Une présentation.",
                        null,
                        List.of(),
                        List.of(),
                        List.of(new Lieu("Maison", "1 rue Fictive", "35000", "Rennes", "Q1", null, null)),
                        List.of(new Poste("Accueil", "02 99 00 00 01", null))),
                responsable);
        try (Ecran ecran = ouvrir(monde.agent(Role.PILOTE, "KLEBER"), Navigateur.LARGE, false)) {
            Page page = ecran.page();
            aller(ecran, "/annuaire/organismes/" + o.id()).verifierTout();
            aller(ecran, "/annuaire/organismes/" + o.id() + "/modification")
                    .capturer("annuaire-organisme-formulaire")
                    .verifierTout();
            champ(page, "lieux[1].nom").fill("Annexe");
            champ(page, "lieux[1].codePostal").fill("350");
            champ(page, "postes[0].courriel").fill("pas une adresse");
            bouton(page, "Enregistrer l’organisme");
            page.locator(".resume-erreurs").waitFor();
            assertThat(page.locator(".erreur-champ").allTextContents())
                    .anyMatch(t -> t.contains("code postal de cinq chiffres"))
                    .anyMatch(t -> t.contains("nom@exemple.fr"));
            assertThat(champ(page, "lieux[1].codePostal").inputValue()).isEqualTo("350");
            assertThat(ecran.plaintesEtOubli()).allMatch(p -> p.contains("422"));
            champ(page, "lieux[1].codePostal").fill("35200");
            champ(page, "lieux[1].horaires").fill("du lundi au vendredi, de 9 h à 12 h");
            champ(page, "postes[0].courriel").fill("accueil@exemple.invalid");
            bouton(page, "Enregistrer l’organisme");
            page.waitForURL("**/organismes/" + o.id());
            assertThat(page.locator("main").textContent().replace('\u00a0', ' '))
                    .contains("Annexe", "35200", "de 9 h à 12 h", "Lieux");
            pret(page);
            ecran.capturer("annuaire-organisme").verifierTout();
        }
    }

    @Test
    void deux_personnes_sur_la_meme_offre_la_seconde_garde_ce_qu_elle_a_tape() {
        OffreVue offre = creer("Offre à deux");
        Navigation navigation = connecte(responsable);
        Map<String, String> champs = formulaire(offre, "Premier titre");
        assertThat(navigation
                        .post("/annuaire/offres/" + offre.id() + "/modification", champs)
                        .statut())
                .isEqualTo(302);
        Reponse refus =
                navigation.post("/annuaire/offres/" + offre.id() + "/modification", formulaire(offre, "Second titre"));
        assertThat(refus.statut()).isEqualTo(409);
        assertThat(refus.texte()).contains("modifié entre-temps par quelqu&#39;un d&#39;autre", "Second titre");
        assertThat(annuaire.offre(offre.id()).titre()).isEqualTo("Premier titre");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "titre||Donnez un titre",
                "objectif|INCONNU|objectif du pacte",
                "organismes0|RIEN|créez-le d'abord",
                "publics|MARTIENS|public n'existe pas",
                "quartiers|Q99|de Q1 à Q12",
                "langues|klingon|code de langue",
                "delaiPremierRendezVous|-1|nombre entier",
                "delaiPremierRendezVous|5000|nombre de jours de 0 à 1000",
                "delaiPremierRendezVous|99999999999|nombre entier",
                "debut|2026-02-30|date qui existe",
                "debut|0001-01-01|année de cette date",
                "fin|hier|date qui existe"
            })
    void chaque_champ_d_une_offre_refuse_ce_qu_il_ne_peut_pas_garder(String champ, String valeur, String message) {
        Map<String, String> champs = new LinkedHashMap<>(
                Map.of("titre", "Offre à refuser", "objectif", "L3-LIEN", "description", "Ceci reste écrit."));
        champs.put(champ, valeur == null ? "" : valeur);
        Reponse refus = connecte(responsable).post("/annuaire/offres/nouvelle", champs);
        assertThat(refus.statut()).isEqualTo(422);
        String texte = refus.texte().replace("&#39;", "'");
        assertThat(texte).contains(message, "Ceci reste écrit.");
        assertThat(texte).containsPattern("id=\"erreur-" + Pattern.quote(champ) + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nom||Donnez le nom",
                "nature|RIEN|sorte d'organisme",
                "site|javascript:alert(1)|https://",
                "lieux[0].quartier|Q77|de Q1 à Q12",
                "lieux[0].adresse|1 rue|Donnez un nom à ce lieu",
                "postes[0].telephone|appelez|numéro avec des chiffres",
                "postes[0].courriel|non|nom@exemple.fr"
            })
    void chaque_champ_d_un_organisme_refuse_ce_qu_il_ne_peut_pas_garder(String champ, String valeur, String message) {
        Map<String, String> champs = new LinkedHashMap<>(
                Map.of("nom", "Organisme à refuser", "nature", "ASSOCIATION", "presentation", "Ceci reste écrit."));
        if (champ.startsWith("lieux") && !champ.endsWith("adresse")) {
            champs.put("lieux[0].nom", "Ici");
        }
        champs.put(champ, valeur == null ? "" : valeur);
        Reponse refus = connecte(responsable).post("/annuaire/organismes/nouveau", champs);
        assertThat(refus.statut()).isEqualTo(422);
        assertThat(refus.texte().replace("&#39;", "'")).contains(message, "Ceci reste écrit.");
    }

    @ParameterizedTest
    @CsvSource({"placesTotal,beaucoup", "placesPrises,-3", "placesAttente,1.5", "placesTotal,200000"})
    void des_places_qui_ne_sont_pas_un_nombre_sont_refusees_sur_leur_champ(String champ, String valeur) {
        OffreVue offre = creer("Offre aux places refusées");
        Map<String, String> champs = new LinkedHashMap<>(Map.of(
                "placesTotal", "5", "placesPrises", "1", "placesAttente", "0", "vuPrises", "0", "vuAttente", "0"));
        champs.put(champ, valeur);
        Reponse refus = connecte(responsable).post("/annuaire/offres/" + offre.id() + "/places", champs);
        assertThat(refus.statut()).isEqualTo(422);
        assertThat(refus.texte()).contains("id=\"erreur-" + champ + "\"", "value=\"" + valeur + "\"");
        assertThat(annuaire.offre(offre.id()).places()).isEqualTo(Places.NON_SUIVIES);
    }

    @Test
    void un_texte_qui_ressemble_a_du_code_reste_du_texte() {
        OffreVue offre = creer("<script>alert('x')</script> & \"guillemets\"");
        try (Ecran ecran = navigateur.ecran()) {
            aller(ecran, "/offres/" + offre.code()).verifierTout();
            assertThat(ecran.page().locator("h1").textContent()).isEqualTo(offre.titre());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RESPONSABLE_DISPOSITIFS", "PILOTE"})
    void les_autres_roles_lisent_l_annuaire_et_n_y_changent_rien(Role role) {
        OffreVue offre = annuaire.offre("ACC-ALI");
        OrganismeVue organisme = annuaire.organisme("CCAS");
        Navigation navigation = connecte(monde.agent(role, "KLEBER"));
        for (String lisible : List.of(
                "/annuaire",
                "/annuaire/organismes",
                "/annuaire/places",
                "/annuaire/pacte",
                "/annuaire/pacte/L5-LEVIER-04",
                "/annuaire/export/csv",
                "/annuaire/export/xlsx",
                "/annuaire/offres/" + offre.id(),
                "/annuaire/organismes/" + organisme.id())) {
            assertThat(navigation.get(lisible).statut()).as(lisible).isEqualTo(200);
        }
        assertThat(navigation.get("/annuaire").texte()).doesNotContain("Ajouter une offre");
        assertThat(navigation.get("/annuaire/offres/" + offre.id()).texte())
                .doesNotContain("Toujours exact", "Modifier l’offre");
        for (String ferme : List.of(
                "/annuaire/offres/nouvelle",
                "/annuaire/offres/" + offre.id() + "/modification",
                "/annuaire/organismes/nouveau",
                "/annuaire/organismes/" + organisme.id() + "/modification")) {
            assertThat(navigation.get(ferme).statut()).as(ferme).isEqualTo(403);
            assertThat(navigation.post(ferme, Map.of("version", "0")).statut())
                    .as(ferme)
                    .isEqualTo(403);
        }
        for (String acte : List.of(
                "/annuaire/offres/" + offre.id() + "/confirmation",
                "/annuaire/offres/" + offre.id() + "/fermeture",
                "/annuaire/offres/" + offre.id() + "/ouverture",
                "/annuaire/offres/" + offre.id() + "/places",
                "/annuaire/organismes/" + organisme.id() + "/confirmation")) {
            assertThat(navigation.post(acte, Map.of()).statut()).as(acte).isEqualTo(403);
        }
    }

    @Test
    void sans_compte_on_ne_lit_que_la_page_publique_et_elle_n_ouvre_pas_de_session() {
        OffreVue offre = annuaire.offre("ACC-ALI");
        Navigation passant = new Navigation(monde);
        Reponse liste = passant.get("/offres?q=velo");
        assertThat(liste.statut()).isEqualTo(200);
        assertThat(liste.texte())
                .contains("Prisme", "Pour y entrer", "À confirmer")
                .doesNotContain("_csrf");
        assertThat(liste.entetes().allValues("Set-Cookie")).isEmpty();
        assertThat(passant.get("/offres/ACC-ALI").texte())
                .as("un numéro ne se coupe pas en fin de ligne")
                .contains("02\u00a023\u00a062\u00a020\u00a050");
        assertThat(passant.get("/offres/RIEN").statut()).isEqualTo(404);
        for (String ferme : List.of("/annuaire", "/annuaire/offres/" + offre.id(), "/annuaire/export/csv")) {
            assertThat(passant.get(ferme).statut()).as(ferme).isEqualTo(302);
        }
    }

    @Test
    void la_page_publique_montre_d_abord_ce_qui_est_pour_les_personnes() {
        OffreVue pro = gestion.creerOffre(
                null,
                new FicheOffre(
                        "Formation xylophone des référents",
                        null,
                        "L3-LIEN",
                        null,
                        List.of("CCAS"),
                        List.of("PROFESSIONNELS"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null),
                Places.NON_SUIVIES,
                responsable);
        Navigation passant = new Navigation(monde);
        assertThat(passant.get("/offres?q=xylophone").texte()).contains("Rien ne répond");
        assertThat(passant.get("/offres?q=xylophone&tout=oui").texte()).contains(pro.titre());
        assertThat(passant.get("/offres?q=cellules+alerte&tout=oui").texte()).contains("Rien ne répond");
    }

    @Test
    void qui_cherche_un_velo_trouve_ou_l_apprendre_et_ou_le_louer() {
        try (Ecran ecran = navigateur.ecran()) {
            Page page = ecran.page();
            aller(ecran, "/offres");
            page.fill("#champ-q", "je cherche un vélo");
            bouton(page, "Chercher");
            page.waitForURL("**q=je*");
            assertThat(page.locator(".offres-publiques h2").allTextContents().subList(0, 3))
                    .containsExactlyInAnyOrder(
                            "Apprendre à faire du vélo avec Prisme",
                            "Louer un vélo électrique avec l'AIPR",
                            "Aide pour louer un vélo de la STAR");
            assertThat(page.locator(".offres-publiques li").first().textContent())
                    .contains("Pour qui", "À confirmer", "Où, quand, pour y entrer, prix");
            pret(page);
            ecran.capturer("annuaire-public-velo").verifierTout();
            page.locator(".offres-publiques a").first().click();
            page.waitForURL("**/offres/L6*");
            assertThat(page.locator("main").textContent())
                    .contains("à confirmer avant de venir", "Qui joindre", "Pour y entrer");
            pret(page);
            ecran.capturer("annuaire-public-velo-offre").verifierTout();
        }
    }

    @Test
    void un_agent_a_defaut_de_tous_les_mots_lit_ce_qui_repond_a_une_partie() {
        try (Ecran ecran = ouvrir(responsable, Navigateur.LARGE, false)) {
            Page page = ecran.page();
            aller(ecran, "/annuaire?q=r%C3%A9parer+mon+v%C3%A9lo");
            assertThat(page.locator("main").textContent())
                    .contains("Rien ne répond à tous vos mots", "Apprendre à faire du vélo avec Prisme");
            pret(page);
            ecran.capturer("annuaire-offres-en-partie").verifierTout();
            aller(ecran, "/annuaire?q=motquinexistepas+nicelui");
            assertThat(page.locator("main").textContent())
                    .contains("Aucune offre ne répond")
                    .doesNotContain("à une partie");
        }
    }

    @Test
    void le_responsable_dit_ou_en_est_une_action_et_chacun_la_lit() {
        try (Ecran ecran = ouvrir(responsable, Navigateur.LARGE, false)) {
            Page page = ecran.page();
            aller(ecran, "/annuaire/pacte?levier=5").capturer("pacte-liste").verifierTout();
            aller(ecran, "/annuaire/pacte/L6-PERMIS-05/modification");
            page.fill("#champ-titre", "");
            bouton(page, "Enregistrer l’action");
            page.locator(".resume-erreurs").waitFor();
            assertThat(page.locator(".resume-erreurs li").allTextContents()).isNotEmpty();
            assertThat(ecran.plaintesEtOubli()).allMatch(p -> p.contains("422"));
            ecran.capturer("pacte-formulaire").verifierTout();
            page.fill("#champ-titre", "Aides au permis en ligne");
            page.fill("#champ-pilote", "Mobiliclés");
            page.fill("#champ-echeance", "2026-12-31");
            page.selectOption("#champ-etat", "EN_COURS");
            page.fill("#champ-bilanMiParcours", "Une page est écrite.");
            bouton(page, "Enregistrer l’action");
            page.waitForURL("**/pacte/L6-PERMIS-05");
            assertThat(page.locator("main").textContent())
                    .contains("En cours", "Mobiliclés", "31 décembre 2026", "Une page est écrite.");
            pret(page);
            ecran.capturer("pacte-action").verifierTout();
        }
        try (Ecran ecran = navigateur.ecran()) {
            aller(ecran, "/pacte?q=permis").capturer("pacte-public").verifierTout();
            aller(ecran, "/pacte/L6-ALTERNATIVES-01")
                    .capturer("pacte-public-action")
                    .verifierTout();
            assertThat(ecran.page().locator("main").textContent())
                    .contains("À confirmer", "Apprendre à faire du vélo avec Prisme");
        }
        assertThat(new Navigation(monde).get("/pacte/RIEN").statut()).isEqualTo(404);
        assertThat(new Navigation(monde)
                        .get("/pacte?levier=9&etat=FAUX&page=zz")
                        .statut())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "RESPONSABLE_DISPOSITIFS")
    void les_autres_roles_ne_touchent_pas_au_plan(Role role) {
        Navigation navigation = connecte(monde.agent(role, "KLEBER"));
        for (String ferme : List.of("/annuaire/pacte/nouvelle", "/annuaire/pacte/L5-LEVIER-04/modification")) {
            assertThat(navigation.get(ferme).statut()).as(ferme).isEqualTo(403);
            assertThat(navigation.post(ferme, Map.of("version", "0")).statut())
                    .as(ferme)
                    .isEqualTo(403);
        }
    }

    @Test
    void une_offre_fermee_ne_se_lit_plus_dehors_et_se_rouvre() {
        OffreVue offre = creer("Offre fermée dehors");
        Navigation navigation = connecte(responsable);
        assertThat(navigation
                        .post("/annuaire/offres/" + offre.id() + "/fermeture", Map.of())
                        .statut())
                .isEqualTo(302);
        assertThat(new Navigation(monde).get("/offres/" + offre.code()).statut())
                .isEqualTo(404);
        assertThat(navigation.get("/annuaire/offres/" + offre.id()).texte())
                .contains("Fermée aux nouvelles orientations");
        navigation.post("/annuaire/offres/" + offre.id() + "/ouverture", Map.of());
        assertThat(new Navigation(monde).get("/offres/" + offre.code()).statut())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/annuaire?levier=9&quartier=Q99&langue=xx&public=RIEN&places=peut-etre&page=abc",
                "/annuaire?page=99999",
                "/annuaire/organismes?nature=RIEN&levier=-1",
                "/offres?levier=%27%3B&q=%25%25&page=-1"
            })
    void une_adresse_bricolee_montre_une_page_et_jamais_une_panne(String adresse) {
        assertThat(connecte(responsable).get(adresse).statut()).isEqualTo(200);
    }

    @Test
    void des_mots_trop_longs_sont_refuses_en_francais() {
        String texte =
                connecte(responsable).get("/annuaire?q=" + "a".repeat(300)).texte();
        assertThat(texte).contains("200 caractères au plus");
        Francais.verifier("Cherchez avec 200 caractères au plus.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chaque_page_tient_sur_un_ecran_etroit(boolean sombre) {
        OffreVue offre = annuaire.offre("L6-AUTO-ECOLES-01");
        OrganismeVue organisme = annuaire.organisme("CCAS");
        try (Ecran ecran = ouvrir(responsable, Navigateur.ETROIT, sombre)) {
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("/annuaire?levier=6&places=oui", "vide");
            pages.put("/annuaire?levier=6", "liste");
            pages.put("/annuaire/organismes", "organismes");
            pages.put("/annuaire/places", "places");
            pages.put("/annuaire/offres/" + offre.id(), "offre");
            pages.put("/annuaire/offres/" + offre.id() + "/modification", "offre-formulaire");
            pages.put("/annuaire/organismes/" + organisme.id(), "organisme");
            pages.put("/annuaire/organismes/" + organisme.id() + "/modification", "organisme-formulaire");
            pages.put("/annuaire/pacte", "pacte");
            pages.put("/annuaire/pacte/L5-LEVIER-04", "action");
            pages.put("/pacte", "pacte-public");
            pages.put("/offres?q=emploi", "public");
            pages.put("/offres/ACC-ALI", "public-offre");
            pages.forEach((chemin, nom) -> aller(ecran, chemin)
                    .capturer("annuaire-etroit-" + nom + (sombre ? "-sombre" : ""))
                    .verifierTout());
        }
    }

    @Test
    void les_pages_publiques_et_les_listes_tiennent_sur_un_bureau() {
        gestion.ajusterPlaces(
                annuaire.offre("ACC-CAP-EMPLOI").id(), new Places(20, 20, 3), Places.NON_SUIVIES, responsable);
        try (Ecran ecran = ouvrir(monde.agent(Role.ALI, "KLEBER"), Navigateur.LARGE, false)) {
            aller(ecran, "/annuaire/organismes").capturer("annuaire-organismes").verifierTout();
            aller(ecran, "/annuaire/places").capturer("annuaire-places").verifierTout();
            aller(
                            ecran,
                            "/annuaire/offres/"
                                    + annuaire.offre("L2-RECRUTEMENT-07").id())
                    .capturer("annuaire-offre-lecteur")
                    .verifierTout();
        }
        try (Ecran ecran = navigateur.ecran()) {
            aller(ecran, "/connexion").verifierTout();
            ecran.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("voir les offres d’insertion"))
                    .click();
            ecran.page().waitForURL("**/offres");
            pret(ecran.page());
            ecran.capturer("annuaire-public").verifierTout();
            illustrer(ecran.page(), "annuaire-public");
            ecran.page().locator(".offres-publiques a").first().click();
            ecran.page().waitForURL("**/offres/**");
            pret(ecran.page());
            ecran.capturer("annuaire-public-offre").verifierTout();
        }
    }

    private OffreVue creer(String titre) {
        return gestion.creerOffre(
                null,
                new FicheOffre(
                        titre,
                        null,
                        "L3-LIEN",
                        null,
                        List.of("CCAS"),
                        List.of("HABITANTS"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null),
                Places.NON_SUIVIES,
                responsable);
    }

    private static Map<String, String> formulaire(OffreVue offre, String titre) {
        return Map.of(
                "titre",
                titre,
                "objectif",
                "L3-LIEN",
                "version",
                String.valueOf(offre.version()),
                "publics",
                "HABITANTS");
    }

    private Navigation connecte(Agent agent) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    private static void pret(Page page) {
        page.waitForLoadState();
        page.evaluate("document.fonts.ready.then(() => true)");
    }

    private static Locator champ(Page page, String nom) {
        return page.locator("[name=\"" + nom + "\"]");
    }

    /** For the guides of docs/guide (bin/captures). */
    private static void illustrer(Page page, String nom) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "captures", "guide", nom + ".png")));
    }

    private static void bouton(Page page, String mots) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(mots))
                .first()
                .click();
    }

    private Ecran ouvrir(Agent qui, int largeur, boolean sombre) {
        Ecran ecran = navigateur.ecran(largeur, sombre);
        SessionDEssai.ouvrir(ecran, adresse(""), qui, contexte);
        return ecran;
    }

    private Ecran aller(Ecran ecran, String chemin) {
        return ecran.aller(adresse(chemin));
    }

    private String adresse(String chemin) {
        return "http://127.0.0.1:" + port + chemin;
    }
}
