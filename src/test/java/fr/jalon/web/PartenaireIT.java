package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.NouveauCompte;
import fr.jalon.agent.Role;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.prescription.EtatProposition;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A referral seen from both sides: who prescribes, the partner with an account, the partner with a link, another partner who sees nothing. */
@JalonIT
class PartenaireIT extends EssaiDEcran {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @BeforeEach
    void suivreLesPlaces() {
        placer(8);
    }

    private void placer(Integer total) {
        monde.bean(JdbcTemplate.class)
                .update(
                        "update offre set places_total = ?, places_prises = 0 where code = 'ACC-MISSION-LOCALE'",
                        total);
    }

    @AfterEach
    void remettre() {
        placer(null);
        horloge.regler(EssaiConfiguration.DEPART);
    }

    private PersonneVue jeune(String nom) {
        return monde.bean(Personnes.class)
                .creer(
                        new FichePersonne(
                                "M",
                                nom,
                                "Nolan",
                                LocalDate.of(2005, 3, 14),
                                "4 allée du Songe\n35000 Rennes",
                                "Q1",
                                "02 99 00 00 04",
                                "nolan@exemple.invalid",
                                "fr",
                                null),
                        monde.instructeur());
    }

    private Agent partenaire() {
        return monde.agent("partenaire.missionlocale", Role.PARTENAIRE, null);
    }

    private Agent autrePartenaire() {
        Comptes comptes = monde.bean(Comptes.class);
        return comptes.parIdentifiant("partenaire.cpam")
                .orElseGet(() -> comptes.creer(
                        new NouveauCompte(
                                "partenaire.cpam", "Alix", "Autre", "Conseil", null, "CPAM", Set.of(Role.PARTENAIRE)),
                        Monde.MOT_DE_PASSE,
                        Agent.JALON));
    }

    private DossierVue prescrite(PersonneVue personne) {
        DossierVue dossier = monde.bean(Prescriptions.class)
                .prescrire(
                        new NouvellePrescription(
                                personne.id(),
                                null,
                                Canal.GUICHET,
                                List.of("EMPLOI"),
                                null,
                                "MISSION_LOCALE",
                                true,
                                DEPART.plusMonths(6)),
                        monde.agent(Role.ALI, "KLEBER"));
        monde.travailler();
        return dossier;
    }

    private String adressePartenaire(DossierVue dossier) {
        return "/partenaire/orientations/"
                + monde.bean(Prescriptions.class).derniere(dossier.id()).id();
    }

    @Test
    void l_accueil_oriente_la_mission_locale_accepte_recoit_et_termine() {
        PersonneVue personne = jeune("Inventé-Primevère");
        String numero;
        try (Visite v = visite(monde.agent(Role.ACCUEIL, "KLEBER"))) {
            v.aller("/usagers/" + personne.id());
            v.presser("a:has-text('Orienter vers un partenaire')");

            v.page().selectOption("#champ-besoin", "EMPLOI");
            v.presser(".barre-filtres button");
            assertThat(v.page().url())
                    .as("ce qu'elle demande n'est pas dans l'adresse")
                    .doesNotContain("EMPLOI");
            v.tenir("partenaire-choix").illustrer("partenaire-choix");
            v.page().locator("summary:has-text('Mission locale')").first().click();
            v.presser("main .rangees a:has-text('Accompagnement par la Mission locale')");
            v.tenir("partenaire-accord");
            v.bouton("Proposer cette orientation");
            v.refusAttendu(422).tenir("partenaire-accord-refuse");
            v.page().fill("#champ-message", "Il préfère venir le matin.");
            v.page().check("#champ-consentement");
            v.illustrer("partenaire-accord");
            v.bouton("Proposer cette orientation");
            v.page().waitForURL("**/dossiers/PAR-**");
            numero = v.page().url().replaceFirst(".*/", "");
            monde.travailler();
            v.aller("/dossiers/" + numero);
            assertThat(v.texte()).contains("Mission locale", "À répondre", "Trouver un emploi");
            v.tenir("partenaire-dossier").illustrer("partenaire-dossier");
        }
        try (Visite v = visite(partenaire())) {
            v.page().waitForURL("**/partenaire");
            assertThat(v.texte()).contains("Nolan Inventé-Primevère", numero, "Accompagnement par la Mission locale");
            v.tenir("partenaire-liste").illustrer("partenaire-liste");
            v.page().getByText("Nolan Inventé-Primevère").click();
            v.chargee().tenir("partenaire-orientation").illustrer("partenaire-orientation");
            neMontreQueLAccord(v.page().content(), personne);
            v.bouton("Recevoir la personne");
            v.refusAttendu(422).tenir("partenaire-orientation-refusee");
            v.page().fill("#champ-date", DEPART.plusDays(6).toString());
            v.page().fill("#champ-heure", "9h30");
            v.page().fill("#champ-lieu", "Mission locale, 1 rue de l'Exemple");
            v.bouton("Recevoir la personne");
            v.page().waitForURL("**/partenaire");
            monde.travailler();
            v.aller("/partenaire?onglet=EN_COURS").tenir("partenaire-en-cours");
            v.page().getByText("Nolan Inventé-Primevère").click();
            v.chargee().tenir("partenaire-rendez-vous-prevu");
            assertThat(v.page().locator(".acte").innerText())
                    .contains("Il est prévu le")
                    .doesNotContain("La personne est venue\n");
            horloge.regler(DEPART.plusDays(6).atTime(11, 0));
            v.page().reload();
            v.chargee().tenir("partenaire-rendez-vous");
            v.bouton("La personne est venue");
            v.page().waitForURL("**/partenaire");
            v.aller("/partenaire?onglet=EN_COURS");
            v.page().getByText("Nolan Inventé-Primevère").click();
            v.chargee();
            v.page().getByLabel("La demande de la personne a abouti").check();
            v.tenir("partenaire-resultat");
            v.bouton("Terminer l’orientation");
            v.page().waitForURL("**/partenaire");
            v.aller("/partenaire?onglet=TERMINEES").tenir("partenaire-terminees");
            assertThat(v.texte()).contains("Orientation " + numero).doesNotContain("Primevère");
        }
        monde.travailler();
        try (Visite v = visite(monde.agent(Role.ALI, "KLEBER"))) {
            v.aller("/usagers/" + personne.id());
            assertThat(v.texte()).contains("Ce qui a été dit à des partenaires", "lu le");
            v.tenir("partenaire-personne");
            v.aller("/annuaire/places").tenir("partenaire-places").illustrer("partenaire-places");
        }
    }

    /** Only the agreed facts are in the page, whatever one looks at in its source. */
    private static void neMontreQueLAccord(String html, PersonneVue personne) {
        assertThat(html.replace("&nbsp;", " "))
                .contains("Inventé-Primevère", "02 99 00 00 04", "14 mars 2005")
                .doesNotContain(
                        "allée du Songe",
                        "nolan@exemple.invalid",
                        personne.id().toString(),
                        "Q1",
                        "/dossiers/",
                        "/usagers/");
    }

    @Test
    void un_autre_partenaire_et_les_ecrans_du_ccas_ne_s_ouvrent_pas() {
        PersonneVue personne = jeune("Inventé-Ortie");
        DossierVue dossier = prescrite(personne);
        String adresse = adressePartenaire(dossier);
        try (Visite v = visite(autrePartenaire())) {
            assertThat(v.texte()).doesNotContain("Ortie");
            refuse(v, adresse, 404);
            refuse(v, "/partenaire/orientations/" + dossier.id(), 404);
        }
        try (Visite v = visite(partenaire())) {
            for (String interdite : List.of(
                    "/dossiers/" + dossier.numero(),
                    "/usagers/" + personne.id(),
                    "/corbeille",
                    "/usagers",
                    "/journal",
                    "/administration/comptes")) {
                refuse(v, interdite, 403);
            }
        }
        for (String appel : List.of("/api/v1/dossiers", "/api/v1/dossiers/" + dossier.numero(), "/api/v1/taches")) {
            assertThat(ClientApi.anonyme(monde).comme(partenaire()).get(appel).statut())
                    .as(appel)
                    .isEqualTo(403);
        }
    }

    private static void refuse(Visite v, String adresse, int statut) {
        v.aller(adresse);
        assertThat(v.ecran().plaintesEtOubli())
                .as(adresse)
                .isNotEmpty()
                .allMatch(p -> p.contains("status of " + statut));
    }

    @Test
    void un_partenaire_sans_compte_repond_une_fois_par_son_lien() throws java.io.IOException {
        PersonneVue personne = jeune("Inventé-Sureau");
        DossierVue dossier = prescrite(personne);
        String lien;
        try (Visite v = visite(monde.agent(Role.ALI, "KLEBER"))) {
            v.aller("/dossiers/" + dossier.numero());
            v.bouton("Créer un lien de réponse");
            lien = ici(v.page().locator("#lien-neuf").textContent());
            v.tenir("partenaire-lien");
            Path lettre = v.page()
                    .waitForDownload(() -> v.bouton("Imprimer la lettre avec le lien (PDF)"))
                    .path();
            assertThat(Files.readAllBytes(lettre))
                    .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        try (Ecran e = navigateur.ecran(Navigateur.LARGE, false)) {
            e.aller(lien).capturer("partenaire-reponse").verifierTout();
            e.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "captures", "guide", "partenaire-reponse.png")));
            neMontreQue(e.page().content(), personne);
            Map<String, String> entetes = e.page().request().get(lien).headers();
            assertThat(entetes.get("x-robots-tag")).contains("noindex");
            assertThat(entetes.get("cache-control")).contains("no-store");
            APIResponse sansJeton = e.page()
                    .request()
                    .post(
                            lien,
                            RequestOptions.create()
                                    .setMaxRedirects(0)
                                    .setForm(FormData.create()
                                            .set("reponse", "REFUSER")
                                            .set("motif", "SANS_PLACE")));
            assertThat(sansJeton.status()).isEqualTo(302);
            assertThat(sansJeton.headers().get("location")).endsWith(lien.replaceFirst(".*/reponse", "/reponse"));
            assertThat(monde.bean(Prescriptions.class).derniere(dossier.id()).etat())
                    .isEqualTo(EtatProposition.PROPOSEE);
            e.page().locator("summary").first().click();
            e.page().getByText("Envoyer mon refus").click();
            e.page().locator(".resume-erreurs").waitFor();
            assertThat(e.plaintesEtOubli()).allMatch(p -> p.contains("status of 422"));
            e.capturer("partenaire-reponse-refusee").verifierTout();
            e.page().selectOption("#champ-motif", "SANS_PLACE");
            e.page().getByText("Envoyer mon refus").click();
            e.page().waitForURL("**/reponse-enregistree");
            e.capturer("partenaire-reponse-enregistree").verifierTout();
            String faux = lien.substring(0, lien.length() - 1) + (lien.endsWith("A") ? "B" : "A");
            String memes = invalide(e, lien);
            assertThat(invalide(e, faux)).isEqualTo(memes);
            assertThat(memes).contains("n’est pas valable").doesNotContain("Sureau");
            e.capturer("partenaire-lien-invalide").verifierTout();
        }
        monde.travailler();
        assertThat(monde.bean(Prescriptions.class).derniere(dossier.id()).motifRefus())
                .hasToString("SANS_PLACE");
    }

    private static void neMontreQue(String html, PersonneVue personne) {
        assertThat(html.replace("&nbsp;", " "))
                .contains("Inventé-Sureau", "02 99 00 00 04")
                .doesNotContain(
                        "allée du Songe", "nolan@exemple.invalid", personne.id().toString(), "/usagers/");
    }

    /** The link bears the public address, which this machine does not answer: here it leads to the test's own port. */
    private String ici(String lien) {
        assertThat(lien).startsWith("https://jalon.exemple.fr/reponse/");
        return lien.replace("https://jalon.exemple.fr", "http://127.0.0.1:" + port);
    }

    private static String invalide(Ecran e, String lien) {
        e.aller(lien);
        assertThat(e.plaintesEtOubli()).allMatch(p -> p.contains("status of 404"));
        return e.page().locator("main").innerText();
    }

    @Test
    void le_referent_choisit_un_autre_partenaire_apres_un_refus() {
        DossierVue dossier = prescrite(jeune("Inventé-Trèfle"));
        try (Visite v = visite(partenaire())) {
            v.aller(adressePartenaire(dossier));
            v.page().locator("summary:has-text('Je ne peux pas')").click();
            v.page().selectOption("#champ-motif", "AUTRE_SERVICE");
            v.bouton("Envoyer mon refus");
            v.page().waitForURL("**/partenaire");
        }
        monde.travailler();
        try (Visite v = visite(monde.agent(Role.ALI, "KLEBER"))) {
            v.aller("/dossiers/" + dossier.numero());
            v.page().locator("a[href^='/taches/']").first().click();
            v.page().waitForURL("**/taches/**");
            v.bouton("Prendre et commencer");
            v.page().locator(".fjs-container").waitFor();
            v.page().getByLabel("Proposer un autre partenaire").check();
            v.page().locator("[id*=Field_destinataire]").first().click();
            v.page()
                    .locator(".fjs-dropdownlist-item")
                    .getByText("France Travail")
                    .first()
                    .click();
            v.page().getByText("À lire à la personne.").waitFor();
            v.page().getByLabel("La personne a compris").check();
            v.page().fill("textarea[id*=Field_motif]", "France Travail peut la recevoir.");
            v.tenir("partenaire-suite").illustrer("partenaire-suite");
            v.bouton("Terminer l’étape");
            v.page().waitForURL("**/corbeille**");
            monde.travailler();
            v.aller("/dossiers/" + dossier.numero());
            assertThat(v.texte()).contains("Refusée", "France Travail", "À répondre");
        }
    }

    @Test
    void un_lien_trop_ancien_ne_montre_rien() {
        DossierVue dossier = prescrite(jeune("Inventé-Tilleul"));
        String lien;
        try (Visite v = visite(monde.agent(Role.ALI, "KLEBER"))) {
            v.aller("/dossiers/" + dossier.numero());
            v.bouton("Créer un lien de réponse");
            lien = ici(v.page().locator("#lien-neuf").textContent());
            v.bouton("Copier le lien");
            v.page().locator("[data-copier]:has-text('Lien ')").waitFor();
        }
        horloge.regler(DEPART.plusDays(16).atTime(9, 0));
        try (Ecran e = navigateur.ecran(Navigateur.ETROIT, false)) {
            assertThat(invalide(e, lien)).contains("trop ancien").doesNotContain("Tilleul");
        }
    }

    @Test
    void un_partenaire_complet_inconnu_ou_soi_meme_est_refuse_avec_sa_raison() {
        PersonneVue personne = jeune("Inventé-Mélèze");
        monde.bean(JdbcTemplate.class)
                .update("update offre set places_total = 1, places_prises = 1 where code = 'ACC-MISSION-LOCALE'");
        String adresse = "/usagers/" + personne.id() + "/orientation-partenaire";
        try (Visite v = visite(monde.agent(Role.ALI, "KLEBER"))) {
            v.aller(adresse + "?besoin=EMPLOI");
            assertThat(v.page()
                            .locator("main .rangees a:has-text('Accompagnement par la Mission locale')")
                            .count())
                    .isZero();
            v.aller(adresse + "?destinataire=MISSION_LOCALE/ACC-MISSION-LOCALE&besoin=EMPLOI");
            v.page().check("#champ-consentement");
            v.bouton("Proposer cette orientation");
            v.refusAttendu(422).tenir("partenaire-complet");
            assertThat(v.page().locator(".resume-erreurs").innerText()).contains("plus de place");
            v.aller(adresse + "?destinataire=INVENTEE");
            v.refusAttendu(422).tenir("partenaire-inconnu");
            v.aller(adresse + "?destinataire=CCAS&besoin=EMPLOI");
            v.page().check("#champ-consentement");
            v.bouton("Proposer cette orientation");
            v.refusAttendu(422).tenir("partenaire-soi-meme");
        }
        assertThat(monde.bean(fr.jalon.dossier.Dossiers.class).dePersonne(personne.id(), monde.instructeur()))
                .isEmpty();
    }

    @Test
    void l_accord_retire_pendant_que_le_partenaire_lit_lui_ferme_la_page_et_sa_reponse() {
        PersonneVue personne = jeune("Inventé-Cornouiller");
        DossierVue dossier = prescrite(personne);
        try (Visite chezLui = visite(partenaire());
                Visite v = visite(monde.agent(Role.ALI, "KLEBER"))) {
            chezLui.aller(adressePartenaire(dossier));
            assertThat(chezLui.texte()).contains("02 99 00 00 04");
            v.aller("/usagers/" + personne.id());
            v.page()
                    .locator("#consentements button:has-text('Retirer')")
                    .first()
                    .click();
            v.chargee();
            assertThat(v.page().locator("#consentements").innerText()).contains("Plus en vigueur");
            v.tenir("partenaire-accord-retire");
            chezLui.page().fill("#champ-date", DEPART.plusDays(6).toString());
            chezLui.page().fill("#champ-heure", "9h30");
            chezLui.page().fill("#champ-lieu", "Mission locale");
            chezLui.bouton("Recevoir la personne");
            assertThat(chezLui.ecran().plaintesEtOubli()).isNotEmpty();
            assertThat(chezLui.texte()).contains("n'est plus partagée").doesNotContain("02 99 00 00 04");
            chezLui.ecran().capturer("partenaire-accord-retire-chez-lui").verifierAccessibilite();
        }
        assertThat(monde.bean(Prescriptions.class).derniere(dossier.id()).etat())
                .isNotIn(EtatProposition.ACCEPTEE, EtatProposition.PROPOSEE);
    }

    @Test
    void l_administrateur_relie_un_compte_a_sa_structure() {
        try (Visite v = visite(monde.agent(Role.ADMIN, "KLEBER"))) {
            v.aller("/administration/comptes/nouveau");
            v.page().fill("#champ-identifiant", "partenaire.essai");
            v.page().fill("#champ-prenom", "Lou");
            v.page().fill("#champ-nom", "Factice");
            v.page().fill("#champ-qualite", "Conseillère");
            v.page()
                    .getByLabel("Partenaire", new Page.GetByLabelOptions().setExact(true))
                    .check();
            v.page().fill("#champ-motDePasse", Monde.MOT_DE_PASSE);
            v.bouton("Créer le compte");
            v.refusAttendu(422);
            assertThat(v.texte()).contains("Choisissez la structure");
            v.tenir("compte-partenaire");
            v.page().selectOption("#champ-organisme", "MISSION_LOCALE");
            v.page().fill("#champ-motDePasse", Monde.MOT_DE_PASSE);
            v.bouton("Créer le compte");
            v.page().waitForURL("**/administration/comptes");
        }
        assertThat(monde.bean(Comptes.class)
                        .parIdentifiant("partenaire.essai")
                        .orElseThrow()
                        .organisme())
                .isEqualTo("MISSION_LOCALE");
    }
}
