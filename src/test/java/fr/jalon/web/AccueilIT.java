package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import fr.jalon.accueil.IssueVisite;
import fr.jalon.accueil.VisiteVue;
import fr.jalon.accueil.Visites;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.usager.PersonneVue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The front desk by the keyboard alone: a visit, its receipt, its undoing, the digital diagnosis, the counts. */
@JalonIT
class AccueilIT {

    private static final Logger LOG = LoggerFactory.getLogger(AccueilIT.class);

    /** A visit must be noted in under 20 seconds: the machine may take this much of it, the keys the rest. */
    private static final Duration PART_DE_LA_MACHINE = Duration.ofSeconds(6);

    /** Time of one key for an unhurried hand, and of making up one's mind before each of the gestures (keystroke-level model). */
    private static final Duration PAR_TOUCHE = Duration.ofMillis(500);

    private static final Duration PAR_CHOIX = Duration.ofMillis(1_350);

    private static Navigateur navigateur;

    @LocalServerPort
    private int port;

    @Autowired
    private Monde monde;

    @Autowired
    private Visites visites;

    private int touches;

    @BeforeAll
    static void lancer() {
        navigateur = new Navigateur();
    }

    @AfterAll
    static void fermer() {
        navigateur.close();
    }

    private Agent accueil() {
        monde.instructeur();
        return monde.agent(Role.ACCUEIL, "KLEBER");
    }

    private Visite visite(Agent agent) {
        return new Visite(navigateur, port, Navigateur.LARGE, agent);
    }

    private void touche(Page page, String touche) {
        touches++;
        page.keyboard().press(touche);
    }

    private void taper(Page page, String mots) {
        touches += mots.length();
        page.keyboard().type(mots);
    }

    @Test
    void note_une_visite_au_clavier_en_moins_de_vingt_secondes_puis_la_suivante() {
        Agent agent = accueil();
        PersonneVue personne = monde.personne();
        try (Visite v = visite(agent)) {
            v.tenir("accueil-agent");
            v.presser("a:has-text('Noter une visite')");
            v.page().waitForURL("**/visites");
            v.tenir("visites-vide").illustrer("visites");
            assertThat(v.page().evaluate("document.activeElement.id"))
                    .as("la frappe commence tout de suite")
                    .isEqualTo("champ-qui");
            touches = 0;
            long debut = System.nanoTime();
            String mots = personne.nom().toLowerCase(java.util.Locale.FRENCH).replace('é', 'e') + " zoe";
            taper(v.page(), mots);
            v.page().locator("#suite-qui [role=option]").first().waitFor();
            touche(v.page(), "ArrowDown");
            touche(v.page(), "Enter");
            attendreFoyer(v, "champ-motifs-CAF");
            touche(v.page(), "8");
            touche(v.page(), "r");
            touche(v.page(), "Enter");
            v.page().locator("#derniere").waitFor();
            Duration machine = Duration.ofNanos(System.nanoTime() - debut);
            Duration main = PAR_TOUCHE.multipliedBy(touches).plus(PAR_CHOIX.multipliedBy(4));
            LOG.info("Visite nommée : {} touches, {} ms de machine", touches, machine.toMillis());
            assertThat(touches - mots.length()).as("touches sans le nom").isEqualTo(5);
            assertThat(machine).isLessThan(PART_DE_LA_MACHINE);
            assertThat(machine.plus(main)).isLessThan(Duration.ofSeconds(20));
            v.chargee();
            VisiteVue notee = visites.duJour(agent).get(0);
            assertThat(notee.personneId()).isEqualTo(personne.id());
            assertThat(notee.motifs()).containsExactly("COURRIER");
            assertThat(notee.issue()).isEqualTo(IssueVisite.REPONSE);
            assertThat(v.texte()).contains("Visite " + notee.numero() + " notée", "Imprimer le reçu", personne.nom());
            v.tenir("visites-notee");

            touches = 0;
            debut = System.nanoTime();
            assertThat(v.page().evaluate("document.activeElement.id")).isEqualTo("champ-qui");
            touche(v.page(), "Enter");
            attendreFoyer(v, "champ-motifs-CAF");
            touche(v.page(), "7");
            touche(v.page(), "Enter");
            v.page().locator("#derniere >> text=Diagnostic numérique").waitFor();
            machine = Duration.ofNanos(System.nanoTime() - debut);
            LOG.info("Visite sans nom : {} touches, {} ms de machine", touches, machine.toMillis());
            assertThat(touches).isEqualTo(3);
            assertThat(machine).isLessThan(PART_DE_LA_MACHINE);
            v.chargee();
            assertThat(visites.duJour(agent).get(0).personneId()).isNull();
            assertThat(v.texte()).contains("Sans nom", "Sans suite");
            v.presser("#derniere >> text=Diagnostic numérique");
            v.page().locator(".fjs-container").waitFor();
            assertThat(v.page().locator("h1").textContent()).startsWith("Diagnostic numérique, visite V-2026-");
        }
    }

    private static void attendreFoyer(Visite v, String id) {
        v.page().waitForFunction("id => document.activeElement.id === id", id);
    }

    @Test
    void une_personne_nouvelle_a_sa_fiche_au_milieu_d_une_visite_puis_la_visite_est_a_son_nom() {
        Agent agent = accueil();
        try (Visite v = visite(agent)) {
            v.aller("/visites");
            v.page().keyboard().type("jamaisvue zoé 14/03/1986");
            v.page().locator("#personne-nouvelle").waitFor();
            v.page().keyboard().press("Enter");
            assertThat(v.page().locator("#personne-nouvelle").getAttribute("aria-selected"))
                    .as("une première Entrée montre, la seconde part")
                    .isEqualTo("true");
            v.tenir("visites-inconnue");
            v.page().keyboard().press("Enter");
            v.page().waitForURL("**/usagers/nouvelle?**");
            assertThat(v.page().url()).as("un nom ne va pas dans une adresse").doesNotContain("jamaisvue");
            assertThat(v.page().inputValue("#champ-nom")).isEqualTo("Jamaisvue");
            assertThat(v.page().inputValue("#champ-prenoms")).isEqualTo("Zoé");
            assertThat(v.page().inputValue("#champ-dateNaissance")).isEqualTo("14/03/1986");
            v.page().getByLabel("Madame").check();
            v.page().fill("#champ-adresse", "8 allée Imaginaire\n35000 Rennes");
            v.bouton("Créer la fiche");
            v.page().waitForURL("**/visites?personne=**");
            assertThat(v.page().inputValue("#champ-qui")).isEqualTo("Jamaisvue Zoé");
            v.page().check("#champ-motifs-LOGEMENT");
            v.bouton("Noter la visite");
            v.page().locator("#derniere").waitFor();
            assertThat(visites.duJour(agent).get(0).personneId()).isNotNull();
            assertThat(v.texte()).contains("Jamaisvue Zoé");
        }
    }

    @Test
    void les_chiffres_d_un_clavier_francais_et_le_choix_parmi_plusieurs_noms_marchent_aussi() {
        Agent agent = accueil();
        monde.personne();
        PersonneVue personne = monde.personne();
        try (Visite v = visite(agent)) {
            v.aller("/visites");
            v.page().keyboard().type("zoe invent");
            v.page().locator("#suite-qui [role=option]").nth(1).waitFor();
            v.page().keyboard().press("Enter");
            assertThat(v.page().locator("#suite-qui [aria-selected=true]").count())
                    .as("parmi plusieurs, Entrée montre d'abord le premier")
                    .isEqualTo(1);
            v.tenir("visites-suggestions").illustrer("visites-suggestions");
            v.page().keyboard().press("Escape");
            v.page().fill("#champ-qui", personne.nom() + " zoé");
            Locator seule = v.page().locator("#suite-qui [role=option]:has-text('" + personne.nom() + "')");
            seule.first().waitFor();
            v.page().keyboard().press("ArrowDown");
            v.page().keyboard().press("Enter");
            attendreFoyer(v, "champ-motifs-CAF");
            v.page()
                    .evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
                            + " {key: 'à', code: 'Digit0', bubbles: true, cancelable: true}))");
            assertThat(v.page().isChecked("#champ-motifs-FAMILLE")).isTrue();
            v.page().keyboard().press("0");
            assertThat(v.page().isChecked("#champ-motifs-FAMILLE"))
                    .as("la même touche décoche")
                    .isFalse();
            v.page().keyboard().press("a");
            assertThat(v.page().inputValue("#champ-qui")).as("a : sans nom").isEmpty();
            assertThat(v.page().inputValue("[name=personne]")).isEmpty();
        }
    }

    @Test
    void une_faute_est_dite_a_son_champ_et_rien_de_ce_qui_est_saisi_n_est_perdu() {
        Agent agent = accueil();
        try (Visite v = visite(agent)) {
            v.aller("/visites");
            v.page().fill("#champ-qui", "Personne Inconnue");
            v.page().fill("#champ-reponse", "Une réponse à garder.");
            v.page().check("#champ-issue-RENDEZ_VOUS");
            v.page().fill("#champ-rdvJour", "2026-05-04");
            v.page().fill("#champ-rdvHeure", "09:30");
            v.bouton("Noter la visite");
            v.refusAttendu(422);
            assertThat(v.texte())
                    .contains(
                            "Choisissez la personne dans la liste",
                            "Cochez au moins une raison",
                            "Ce rendez-vous est déjà passé");
            assertThat(v.page().inputValue("#champ-qui")).isEqualTo("Personne Inconnue");
            assertThat(v.page().inputValue("#champ-reponse")).isEqualTo("Une réponse à garder.");
            assertThat(v.page().inputValue("#champ-rdvHeure")).isEqualTo("09:30");
            assertThat(v.page().inputValue("#champ-rdvLieu")).contains("Espace KLEBER");
            v.tenir("visites-refusee");
        }
    }

    @Test
    void une_orientation_prend_un_organisme_de_l_annuaire_et_une_visite_se_corrige_puis_se_defait() {
        Agent agent = accueil();
        try (Visite v = visite(agent)) {
            v.aller("/visites");
            v.page().keyboard().press("Enter");
            attendreFoyer(v, "champ-motifs-CAF");
            v.page().keyboard().press("5");
            v.page().keyboard().press("o");
            attendreFoyer(v, "champ-organisme");
            v.page().keyboard().type("mission loc");
            v.page().locator("#suite-organisme [role=option]").first().waitFor();
            v.page().keyboard().press("ArrowDown");
            v.page().keyboard().press("Enter");
            attendreFoyer(v, "champ-reponse");
            v.tenir("visites-orientee").illustrer("visites-orientee");
            v.bouton("Noter la visite");
            v.page().locator("#derniere").waitFor();
            VisiteVue notee = visites.duJour(agent).get(0);
            assertThat(notee.organisme()).isEqualTo("MISSION_LOCALE");
            byte[] recu = v.page()
                    .request()
                    .get("http://127.0.0.1:" + port + "/visites/" + notee.id() + "/recu")
                    .body();
            assertThat(new String(recu, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            v.presser("a.cible-ligne[href='/visites/" + notee.id() + "']");
            v.page().waitForURL("**/visites/" + notee.id());
            assertThat(v.texte()).contains("Mission locale", "Orientée ailleurs");
            v.page().keyboard().press("1");
            v.page().keyboard().press("Enter");
            assertThat(v.page().isChecked("#champ-motifs-CAF"))
                    .as("un formulaire replié n'entend rien")
                    .isFalse();
            v.presser("summary:has-text('Corriger la visite')");
            v.page().check("#champ-motifs-SANTE");
            v.tenir("visite");
            v.bouton("Enregistrer");
            v.page().getByText("La visite est à jour").waitFor();
            assertThat(v.texte()).contains("Corrigé : raisons.");
            v.bouton("Annuler cette visite");
            v.page().getByText("n’est plus comptée").waitFor();
            assertThat(visites.visite(notee.id(), agent).annulee()).isTrue();
        }
    }

    @Test
    void un_dossier_ouvert_mene_a_la_demande_de_la_personne() {
        Agent agent = accueil();
        PersonneVue personne = monde.personne();
        try (Visite v = visite(agent)) {
            v.aller("/usagers/" + personne.id());
            v.presser("a:has-text('Noter une visite') >> nth=-1");
            v.page().waitForURL("**/visites?personne=**");
            assertThat(v.page().inputValue("#champ-qui")).startsWith(personne.nom());
            v.page().check("#champ-motifs-RSA");
            v.page().check("#champ-issue-DOSSIER");
            v.bouton("Noter la visite");
            v.page().waitForURL("**/usagers/" + personne.id() + "/demande-rsa");
            assertThat(v.texte()).contains("notée. Déposez maintenant la demande.");
        }
    }

    @Test
    void le_diagnostic_numerique_dit_l_orientation_ses_raisons_et_le_lieu_le_plus_proche() {
        Agent agent = accueil();
        PersonneVue personne = monde.personne();
        try (Visite v = visite(agent)) {
            v.aller("/usagers/" + personne.id());
            v.presser("a:has-text('Faire un diagnostic numérique')");
            v.page().locator(".fjs-container").waitFor();
            v.tenir("numerique-formulaire").illustrer("numerique-formulaire");
            v.bouton("Voir l’orientation");
            v.page().locator(".resume-erreurs").waitFor();
            v.page().getByLabel("Seulement un téléphone").check();
            v.page().getByLabel("Seulement avec le forfait").check();
            v.page().getByLabel("pas les démarches").check();
            v.page().getByLabel("Apprendre").check();
            v.page().getByLabel("Une démarche en ligne attend").check();
            v.bouton("Voir l’orientation");
            v.page().waitForURL("**/numerique/**");
            assertThat(v.texte())
                    .contains(
                            "Aide aux démarches",
                            "Une démarche en ligne vous attend",
                            "Guide HCTS, annexe 3",
                            "Une démarche en ligne attend : Oui",
                            "Espace KLEBER",
                            "du lundi au vendredi, de 9 h à 17 h",
                            "Lire aussi ce qui compléterait");
            v.tenir("numerique-resultat").illustrer("numerique-resultat");
            v.presser("summary:has-text('La personne préfère autre chose')");
            v.page().getByLabel("Initiation").check();
            v.bouton("Noter son choix");
            v.page().getByText("C’est noté").waitFor();
            assertThat(v.texte()).contains("La personne préfère : initiation.");
            v.tenir("numerique-choisi");
            v.aller("/usagers/" + personne.id());
            assertThat(v.texte()).contains("Diagnostics numériques", "Initiation");
            v.tenir("personne-accueil");
            DossierVue dossier = monde.demande();
            v.aller("/dossiers/" + dossier.numero());
            v.presser("a:has-text('Diagnostic numérique')");
            v.page().waitForURL("**/usagers/" + dossier.personneId() + "/numerique");
        }
    }

    @Test
    void les_comptes_se_lisent_en_tableau_se_dessinent_se_filtrent_et_s_exportent() {
        Agent agent = accueil();
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        for (String motif : List.of("CAF", "CAF", "CAF", "CAF", "CAF", "CAF", "LOGEMENT")) {
            navigation.post(
                    "/visites",
                    Map.of(
                            "cle",
                            UUID.randomUUID().toString(),
                            "motifs",
                            motif,
                            "issue",
                            "REPONSE",
                            "publicVise",
                            "RSA"));
        }
        Agent manager = monde.agent("manager.accueil", Role.MANAGER, null);
        try (Visite v = visite(manager)) {
            v.tenir("accueil-manager");
            v.presser("a:has-text('Voir les comptes')");
            v.page().waitForURL("**/premieres-reponses");
            assertThat(v.texte()).contains("Espace KLEBER", "Toutes les visites");
            v.page().selectOption("#filtre-par", "MOTIF");
            v.bouton("Compter");
            assertThat(v.texte())
                    .as("qui ne lit que des nombres n'a pas les petits")
                    .contains("CAF, prestations familiales", "Logement, hébergement", "caché", "moins de 5 personnes");
            assertThat(v.page().locator("#dessin-visites .barre rect").count()).isPositive();
            v.tenir("premieres-reponses")
                    .illustrer("premieres-reponses")
                    .illustrer("premieres-reponses-dessin", "#dessin-visites");
            assertThat(v.page().locator("#champ-du").isVisible())
                    .as("les dates ne se montrent que si elles servent")
                    .isFalse();
            v.page().selectOption("#filtre-public", "RSA");
            v.page().selectOption("#filtre-issue", "REPONSE");
            v.bouton("Compter");
            assertThat(v.texte()).contains("Allocataire du RSA, Réponse donnée");
            v.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            v.page().setViewportSize(680, 900);
            assertThat(v.page().evaluate("getComputedStyle(document.querySelector('.tableau td')).display"))
                    .as("le papier garde le tableau")
                    .isEqualTo("table-cell");
            v.page()
                    .pdf(new Page.PdfOptions()
                            .setFormat("A4")
                            .setPath(Path.of("target", "captures", "premieres-reponses.pdf")));
            v.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            v.page().setViewportSize(Navigateur.LARGE, 900);
            v.aller("/premieres-reponses?periode=DATES&du=2026-06-30&au=2026-06-01");
            assertThat(v.texte()).contains("Le dernier jour vient avant le premier");
            assertThat(v.page().locator("#champ-au").isVisible()).isTrue();
            String csv = v.page()
                    .request()
                    .get("http://127.0.0.1:" + port + "/premieres-reponses/export/csv?par=MOTIF")
                    .text();
            assertThat(csv)
                    .contains(
                            "Compte;Ligne;Réponse donnée",
                            "Visites par raison;CAF, prestations familiales;",
                            ";caché;");
            byte[] xlsx = v.page()
                    .request()
                    .get("http://127.0.0.1:" + port + "/premieres-reponses/export/xlsx")
                    .body();
            assertThat(new String(xlsx, 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("PK");
        }
        try (Visite v = new Visite(navigateur, port, Navigateur.ETROIT, agent)) {
            v.aller("/premieres-reponses?antenne=BLOSNE");
            assertThat(v.texte())
                    .contains("Espace KLEBER")
                    .doesNotContain("BLOSNE", "caché", "Tous les comptes en CSV", "En classeur Excel");
            v.aller("/premieres-reponses").tenir("premieres-reponses-etroit");
            assertThat(v.page().locator("#filtre-antenne").count())
                    .as("l'accueil ne compte que son antenne")
                    .isZero();
            v.aller("/visites").tenir("visites-etroit");
        }
    }
}
