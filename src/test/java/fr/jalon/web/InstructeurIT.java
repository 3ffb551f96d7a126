package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.navigateur.Navigateur;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day of an instructeur, in a real browser, on the real engine and a real MariaDB. */
@JalonIT
class InstructeurIT extends EssaiDEcran {

    private EtapesDEssai etapes;

    @BeforeEach
    void preparer() {
        etapes = new EtapesDEssai(monde);
    }

    @Test
    void sait_des_l_accueil_quoi_faire_et_ouvre_la_tache() {
        monde.demande();
        monde.travailler();
        try (Visite v = visite(monde.agent("instructeur.matin", Role.INSTRUCTEUR, "KLEBER"))) {
            v.tenir("accueil-instructeur");
            v.page()
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Ouvrir").setExact(true))
                    .click();
            v.page().waitForURL("**/taches/**");
            assertThat(v.page().title()).contains("RSA-");
            v.page().locator("h1").waitFor();
        }
    }

    @Test
    void prend_juge_les_pieces_et_termine_l_etape() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        try (Visite v = visite(monde.instructeur())) {
            ouvrir(v, dossier);
            v.tenir("tache-a-prendre");
            v.bouton("Prendre et commencer");
            v.page().locator(".fjs-container").waitFor();
            v.tenir("tache");

            v.presser("#piece-RIB summary");
            v.page().setInputFiles("#champ-fichier-RIB", new FilePayload("notes.txt", "text/plain", octets("texte")));
            v.page().locator("#piece-RIB").getByText("Ajouter le fichier").click();
            v.chargee();
            assertThat(v.page().locator("#piece-RIB .erreur-champ").textContent())
                    .contains("ni un PDF");
            v.refusAttendu(415).tenir("tache-fichier-refuse");
            v.page().setInputFiles("#champ-fichier-RIB", new FilePayload("rib.png", "image/png", image()));
            v.page().locator("#piece-RIB").getByText("Ajouter le fichier").click();
            v.chargee();
            assertThat(v.page().locator("#piece-RIB .badge-etat").textContent()).isEqualTo("Reçue, à vérifier");
            assertThat(v.page().locator("#piece-RIB .fichiers").textContent()).contains("rib.png", "PNG");

            v.presser("#piece-RIB summary");
            v.page().locator("#piece-RIB").getByText("Refuser la pièce").click();
            v.chargee();
            assertThat(v.page().locator("#piece-RIB .erreur-champ").textContent())
                    .contains("Écrivez pourquoi");
            v.refusAttendu(422).tenir("tache-motif-manquant");
            accepterTout(v);
            v.tenir("tache-pieces-acceptees");

            v.page().getByLabel("Non, je demande les pièces manquantes").check();
            v.bouton("Terminer l’étape");
            v.page().getByText("Aucune pièce obligatoire ne manque").first().waitFor();
            assertThat(v.page()
                            .getByLabel("Non, je demande les pièces manquantes")
                            .isChecked())
                    .isTrue();
            v.refusAttendu(422).tenir("tache-refusee");
            v.page().getByLabel("Oui, je peux instruire").check();
            v.bouton("Terminer l’étape");
            v.page().waitForURL("**/corbeille**");
            assertThat(v.texte()).contains("Étape faite : Vérifier les pièces, dossier " + dossier.numero());
        }
        monde.travailler();
        assertThat(etapes.tache(dossier, "UserTask_InstruireDemande").libelle()).isEqualTo("Instruire la demande");
    }

    @Test
    void lit_la_decision_expliquee_puis_propose() {
        DossierVue dossier = etapes.aInstruire(monde.demande());
        try (Visite v = visite(monde.instructeur())) {
            ouvrir(v, dossier);
            v.bouton("Prendre et commencer");
            v.page().locator(".fjs-container").waitFor();
            assertThat(v.texte()).contains("Toutes les conditions du RSA sont remplies", "Montant estimé");
            v.page().getByText("conditions remplies").last().click();
            v.tenir("tache-decision");
            v.page().getByLabel("Défavorable : une condition manque").check();
            v.bouton("Terminer l’étape");
            v.page()
                    .getByText("Vous vous écartez du résultat des règles")
                    .first()
                    .waitFor();
            v.refusAttendu(422);
            v.page()
                    .getByLabel("Favorable : la personne remplit les conditions")
                    .check();
            v.bouton("Terminer l’étape");
            v.page().waitForURL("**/corbeille**");
        }
    }

    @Test
    void voit_le_courrier_avant_de_terminer_et_garde_sa_saisie() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        try (Visite v = visite(monde.instructeur())) {
            ouvrir(v, dossier);
            v.bouton("Prendre et commencer");
            v.page().getByLabel("Non, je demande les pièces manquantes").check();
            v.page().getByLabel("Message à ajouter dans le courrier").fill("Venez avec votre ancienne carte.");
            Page apercu = v.page().context().waitForPage(() -> v.bouton("Voir le courrier"));
            apercu.locator(".courrier-pages img").first().waitFor();
            assertThat(apercu.evaluate("document.querySelector('.courrier-pages img').decode().then(() => true)"))
                    .isEqualTo(true);
            assertThat(apercu.locator(".courrier-texte").textContent()).contains("Venez avec votre ancienne carte.");
            apercu.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of("target/captures/apercu-courrier.png")));
            assertThat(v.page().getByLabel("Message à ajouter dans le courrier").inputValue())
                    .isEqualTo("Venez avec votre ancienne carte.");
            v.bouton("Terminer l’étape");
            v.page().waitForURL("**/corbeille**");
            monde.travailler();
            v.aller("/dossiers/" + dossier.numero());
            v.page().getByText("Il manque des documents pour votre").first().click();
            v.page().locator(".courrier-pages img").first().waitFor();
            v.page().evaluate("Promise.all([...document.images].map((i) => i.decode())).then(() => true)");
            v.tenir("courrier");
            assertThat(v.page().locator(".courrier-texte").textContent()).contains("Venez avec votre ancienne carte.");
        }
    }

    @Test
    void la_seconde_personne_lit_qui_etait_la_premiere_et_quand() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        Agent premier = monde.instructeur();
        try (Visite v1 = visite(premier);
                Visite v2 = visite(monde.agent("instructeur2.kleber", Role.INSTRUCTEUR, "KLEBER"))) {
            ouvrir(v1, dossier);
            ouvrir(v2, dossier);
            v1.bouton("Prendre et commencer");
            v1.page().locator(".fjs-container").waitFor();
            v2.bouton("Prendre et commencer");
            assertThat(v2.texte()).contains("Cette tâche est déjà prise par " + premier.nomComplet() + " à 09:00.");
            v2.tenir("tache-prise-par-un-autre");

            etapes.completer(dossier);
            v1.page().getByLabel("Oui, je peux instruire").check();
            v1.bouton("Terminer l’étape");
            v1.page().waitForURL("**/corbeille**");
            v2.page().reload();
            assertThat(v2.texte()).contains("Cette tâche est déjà traitée par " + premier.nomComplet() + " à 09:00.");
            v2.tenir("tache-deja-traitee");
            v2.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voir le dossier"))
                    .click();
            assertThat(v2.page().url()).endsWith("/dossiers/" + dossier.numero());
        }
    }

    @Test
    void revient_au_meme_onglet_au_meme_tri_et_passe_d_un_dossier_a_l_autre() {
        DossierVue premier = monde.demande();
        DossierVue second = monde.demande();
        monde.travailler();
        Agent agent = monde.agent("instructeur.soir", Role.INSTRUCTEUR, "KLEBER");
        fr.jalon.moteur.Taches taches = monde.bean(fr.jalon.moteur.Taches.class);
        taches.prendre(etapes.tache(premier, "UserTask_VerifierPieces").tacheId(), agent);
        taches.prendre(etapes.tache(second, "UserTask_VerifierPieces").tacheId(), agent);
        try (Visite v = visite(agent)) {
            v.aller("/corbeille?onglet=A_MOI&tri=NUMERO").tenir("corbeille-a-moi");
            v.page().locator("a.cible-ligne").first().click();
            assertThat(v.page().locator(".position").textContent()).contains("1 / 2", "À moi");
            v.presser(".position a[rel=next]");
            assertThat(v.texte()).contains("2 / 2");
            assertThat(v.page().locator("h1").textContent()).contains(second.numero());
            v.page().getByText("Remettre à prendre").first().click();
            v.presser("button:has-text('Remettre à prendre')");
            assertThat(v.page().url()).contains("onglet=A_MOI").contains("tri=NUMERO");
            assertThat(v.page().locator("tbody tr").count()).isEqualTo(1);
        }
    }

    @Test
    void cherche_sans_que_le_nom_passe_dans_l_adresse() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        String nom = monde.bean(fr.jalon.usager.Personnes.class)
                .parId(dossier.personneId())
                .nom();
        try (Visite v = visite(monde.instructeur())) {
            v.aller("/corbeille");
            v.page().fill("#filtre-mots", nom.toUpperCase(java.util.Locale.ROOT).replace('É', 'E'));
            v.bouton("Filtrer");
            assertThat(v.page().url()).doesNotContainIgnoringCase("inventee");
            assertThat(v.page().locator("tbody tr").count()).isEqualTo(1);
            v.tenir("corbeille-filtree");
            v.presser(".filtre");
            assertThat(v.page().locator(".filtre").count()).isZero();
            v.page().fill("[name=recherche]", dossier.numero());
            v.bouton("Chercher");
            assertThat(v.page().url()).endsWith("/dossiers/" + dossier.numero());
            v.tenir("dossier");
        }
    }

    @Test
    void signale_une_urgence_et_ajoute_une_note() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        try (Visite v = visite(monde.instructeur())) {
            v.aller("/dossiers/" + dossier.numero());
            v.page().getByText("Signaler").first().click();
            v.presser("#form-signaler button");
            v.refusAttendu(422).tenir("signalement-refuse");
            v.page().getByLabel("La personne n'a aucune ressource").check();
            v.page().fill("#champ-signaler-motif", "Plus rien depuis le 20 mai.");
            v.presser("#form-signaler button");
            v.page().getByText("C’est signalé").waitFor();
            v.page().fill("#champ-note", "Appelée à 9 h, viendra demain.");
            v.presser("#form-note button");
            v.page().getByText("La note est dans l’historique").waitFor();
            assertThat(v.texte()).contains("Appelée à 9 h, viendra demain.", "Plus rien depuis le 20 mai.");
            v.tenir("dossier-urgent");
        }
    }

    @Test
    void corrige_la_situation_et_la_liste_des_pieces_suit() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        try (Visite v = visite(monde.instructeur())) {
            v.aller("/dossiers/" + dossier.numero() + "/situation").tenir("situation");
            v.presser("button[value='ajouter:enfants']");
            v.page().fill("[name='enfants[0].prenoms']", "Lou");
            v.bouton("Enregistrer la situation");
            assertThat(v.texte()).contains("Indiquez la date de naissance");
            assertThat(v.page().inputValue("[name='enfants[0].prenoms']")).isEqualTo("Lou");
            v.refusAttendu(422).tenir("situation-refusee");
            v.page().fill("[name='enfants[0].dateNaissance']", "2019-03-02");
            v.bouton("Enregistrer la situation");
            v.page().waitForURL("**/dossiers/**");
            assertThat(v.texte()).contains("1 enfant (naissance le 2 mars 2019)", "Livret de famille");
        }
        assertThat(monde.bean(Pieces.class).liste(dossier.id()))
                .anyMatch(p -> p.type().equals("LIVRET_FAMILLE"));
    }

    @Test
    void la_corbeille_et_la_tache_tiennent_sur_un_ecran_etroit() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        try (Visite v = new Visite(navigateur, port, Navigateur.ETROIT, monde.instructeur())) {
            v.aller("/corbeille").tenir("corbeille-320");
            v.aller("/taches/"
                    + etapes.tache(dossier, "UserTask_VerifierPieces").tacheId());
            v.bouton("Prendre et commencer");
            v.page().locator(".fjs-container").waitFor();
            v.tenir("tache-320");
        }
    }

    private void ouvrir(Visite v, DossierVue dossier) {
        v.aller("/corbeille");
        v.page().fill("#filtre-mots", dossier.numero());
        v.bouton("Filtrer");
        v.page().locator("a.cible-ligne").first().click();
        v.page().waitForURL("**/taches/**");
    }

    /** Each piece is noted on paper, then accepted; the page comes back after each gesture. */
    private static void accepterTout(Visite v) {
        Locator attendues = v.page().locator(".piece:has(.badge-etat:has-text('Attendue'))");
        for (int reste = attendues.count(); reste > 0; reste--) {
            attendues.first().locator("summary").click();
            attendues.first().getByText("Noter reçue sur papier").click();
            v.chargee();
            PlaywrightAssertions.assertThat(attendues).hasCount(reste - 1);
        }
        Locator aAccepter = v.page().locator(".piece-cote button");
        for (int reste = aAccepter.count(); reste > 0; reste--) {
            aAccepter.first().click();
            v.chargee();
            PlaywrightAssertions.assertThat(aAccepter).hasCount(reste - 1);
        }
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] image() {
        try (ByteArrayOutputStream octets = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", octets);
            return octets.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
