package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.SignalementsDePersonnes;
import fr.jalon.essais.BaseReelle;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The main job by the screens alone: in an antenne where nobody works yet, somebody arrives, imports the sample of 200
 * claims, mends a row, leads ten claims to the ten ends of their path, and opens each of their letters.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jalon.demonstration.demandes-de-depart=false",
            "jalon.journal.periode=PT1S",
            "jalon.fichiers=${jalon.essais}/dix-fins/fichiers",
            "jalon.echanges=${jalon.essais}/dix-fins/echanges",
            "jalon.scelles=${jalon.essais}/dix-fins/scelles/journal.txt"
        })
@ActiveProfiles({"demonstration", "essai"})
@ContextConfiguration(initializers = BaseReelle.class)
@Import(EssaiConfiguration.class)
@DirtiesContext
class DixFinsIT extends EssaiDEcran {

    private static final String DEMONSTRATION = "jalon-demo-2026";
    private static final String PROVISOIRE = "un-mot-provisoire-2026";
    private static final String CHOISI = "une-phrase-choisie-2026";
    private static final String INSTRUCTRICE = "lou.cleunay";
    private static final String RESPONSABLE = "sam.cleunay";
    private static final String OUI_JE_PEUX = "Oui, je peux instruire";
    private static final String RESSOURCES = "Ressources trop élevées";
    private static final String FAVORABLE = "Favorable : la personne remplit les conditions";

    private final Set<String> vus = new HashSet<>();
    private Demande decedee;
    private final Set<Issue> fins = EnumSet.noneOf(Issue.class);

    /** A claim as the screen names it. */
    private record Demande(String numero, String nom) {}

    @AfterEach
    void remettreLHeure() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    @Test
    void une_personne_qui_arrive_importe_le_fichier_et_mene_dix_demandes_a_leurs_dix_fins() {
        try (Ecran ecran = navigateur.ecran()) {
            ecran.aller("http://127.0.0.1:" + port + "/")
                    .capturer("guide/connexion")
                    .verifierTout();
        }
        creerLesComptes();
        premiereConnexion(RESPONSABLE).close();
        Demande agricole;
        try (Visite v = premiereConnexion(INSTRUCTRICE)) {
            agricole = importer(v);
        }
        uneAutreAntenneALesSiennes();

        Demande accordee;
        Demande rejetee;
        Demande silencieuse;
        Demande incomplete;
        try (Visite v = visite(INSTRUCTRICE, CHOISI)) {
            vu(v, "accueil");
            v.menu("Corbeille");
            // 27 claims of the quartiers Q3 and Q9 and 2 without a quartier; 3 more went to the MSA at once.
            assertThat(v.texte()).contains("1 à 20 sur 29");
            vu(v, "corbeille");
            v.page().keyboard().press("?");
            v.page().locator("#aide-clavier[open]").waitFor();
            vu(v, "clavier");
            v.page().keyboard().press("Escape");
            terminee(v, agricole, Issue.TRANSMIS_ORGANISME, "Votre demande de RSA est transmise à un autre service");
            signalements(v);
            autreDroit(v);
            incomplete = demanderLesPieces(v);
            accordee = proposer(v, FAVORABLE);
            silencieuse = proposer(v, FAVORABLE);
            rejetee = proposer(v, "Défavorable : une condition manque");
        }
        valider(rejetee);
        try (Visite v = visite(INSTRUCTRICE, CHOISI)) {
            accorder(v, accordee);
            rejeterParFichier(v, rejetee);
        }
        leJournalEstEntier();
        apresLeDelai(incomplete);
        apresLeSilence(silencieuse);
        assertThat(fins).containsExactlyInAnyOrderElementsOf(EnumSet.range(Issue.DROIT_OUVERT, Issue.AUTRE_DROIT));
        toutSeTient();
    }

    /** After the ten ends: nothing is stopped, and the queue shows the tasks that are open. */
    private void toutSeTient() {
        try (Visite v = visite("admin", DEMONSTRATION)) {
            v.menu("Antennes");
            vu(v, "antennes");
            v.menu("Incidents");
            assertThat(v.texte()).contains("Toutes les étapes ont abouti", "Les contrôles n’ont rien trouvé");
            v.bouton("Comparer maintenant");
            assertThat(v.texte()).contains("La corbeille montre exactement les tâches en cours");
            vu(v, "corbeille-comparee");
        }
    }

    /** Before the clock is moved: a journal that misses its nightly seals would be called altered, rightly. */
    private void leJournalEstEntier() {
        try (Visite v = visite("dpo", DEMONSTRATION)) {
            v.menu("Journal");
            v.bouton("Vérifier maintenant");
            v.page().getByText("Toutes les chaînes sont intactes").waitFor();
            vu(v, "journal");
            v.illustrer("journal-verifie", "#verification");
        }
    }

    private void creerLesComptes() {
        try (Visite v = visite("admin", DEMONSTRATION)) {
            vu(v, "accueil-admin");
            creer(v, INSTRUCTRICE, "Lou", "Instructeur ou instructrice");
            creer(v, RESPONSABLE, "Sam", "Responsable d'antenne");
            vu(v, "comptes");
        }
    }

    private void creer(Visite v, String identifiant, String prenom, String role) {
        v.menu("Comptes").presser("a:has-text('Créer un compte')");
        v.page().fill("#champ-identifiant", identifiant);
        v.page().fill("#champ-prenom", prenom);
        v.page().fill("#champ-nom", "Prétexte-Aubépine");
        v.page().fill("#champ-qualite", role);
        v.page().selectOption("#champ-antenne", "CLEUNAY");
        v.page().getByLabel(role, new Page.GetByLabelOptions().setExact(true)).check();
        vu(v, "nouveau-compte");
        v.page().fill("#champ-motDePasse", PROVISOIRE);
        v.bouton("Créer le compte");
        assertThat(v.texte()).contains("Le compte « " + identifiant + " » est créé");
    }

    private Visite premiereConnexion(String identifiant) {
        Visite v = visite(identifiant, PROVISOIRE);
        assertThat(v.texte()).contains("Ce mot de passe est provisoire");
        vu(v, "premier-mot-de-passe");
        v.page().fill("#champ-actuel", PROVISOIRE);
        v.page().fill("#champ-nouveau", CHOISI);
        v.page().fill("#champ-confirmation", CHOISI);
        v.bouton("Changer le mot de passe");
        assertThat(v.texte()).contains("Bonjour", "Votre mot de passe est changé", "Rien ne vous attend");
        vu(v, "accueil-vide");
        return v;
    }

    /** The sample, as the screen offers it: ten wrong rows, one mended, 191 written. */
    private Demande importer(Visite v) {
        v.menu("Imports");
        vu(v, "imports-vide");
        v.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Choisir un fichier de Demandes de RSA"))
                .click();
        vu(v, "import-nouveau");
        Download fichier = v.page()
                .waitForDownload(
                        () -> v.page().getByText("Fichier d'exemple (CSV)").click());
        deposer(v, "demandes-rsa-200.csv", octets(fichier));
        assertThat(v.texte()).contains("190 lignes à écrire, 10 en erreur, sur 200 lignes");
        v.presser(".onglets a:has-text('En erreur')");
        vu(v, "import-erreurs");
        v.presser("tr:has-text('ligne 34') a.cible-ligne");
        vu(v, "import-ligne");
        v.page().fill("#champ-case_date_naissance", "14/03/1986");
        v.bouton("Vérifier la ligne");
        assertThat(v.texte()).contains("Ligne 34 corrigée");
        v.bouton("Écrire les 191 lignes justes");
        attendreLesLignes(v);
        assertThat(v.texte()).contains("191 lignes écrites, 9 en erreur, sur 200 lignes");
        vu(v, "import-ecrit");
        monde.travailler();
        return agricole(v);
    }

    /** Line 22 of the sample is under the agricultural scheme: its row leads to its dossier. */
    private static Demande agricole(Visite v) {
        Locator ligne = v.page()
                .locator("tr:has-text('ligne 22,'), tr:has-text('ligne 22')")
                .first();
        String nom = ligne.locator("a.cible-ligne").innerText();
        return new Demande(ligne.locator("a:has-text('RSA-')").innerText(), nom);
    }

    private void uneAutreAntenneALesSiennes() {
        try (Visite v = visite("instructeur.kleber", DEMONSTRATION)) {
            v.menu("Corbeille");
            assertThat(v.texte()).as("les 30 demandes des quartiers Q1 et Q2").contains("1 à 20 sur 30");
        }
    }

    private void signalements(Visite v) {
        Demande renonce = prendre(v);
        signaler(v, renonce, "La personne renonce à sa demande");
        terminee(v, renonce, Issue.DESISTEMENT, "Vous avez retiré votre demande de RSA");
        Demande part = prendre(v);
        signaler(v, part, "La personne part vers une autre commune");
        terminee(v, part, Issue.DEMENAGEMENT, "Vous partez dans une autre commune");
        Demande double_ = prendre(v);
        signaler(v, double_, "La même demande existe déjà ailleurs");
        terminee(v, double_, Issue.DOUBLON);
        Demande deces = prendre(v);
        v.chercher(deces.numero()).presser(".personne h2 a");
        v.presser("text=Déclarer un décès");
        v.page().fill("#champ-deces-jour", "2026-05-30");
        v.page().selectOption("#champ-deces-preuve", "ACTE");
        v.page().fill("#champ-deces-reference", "Rennes, acte inventé n° 1");
        v.bouton("Déclarer le décès");
        assertThat(v.texte()).contains("Les dossiers en cours se terminent le");
        vu(v, "personne-decedee");
        decedee = deces;
    }

    /** A death that was proved ends the dossiers once the time to take it back is over. */
    private void apresLeDeces(Visite v) {
        monde.bean(SignalementsDePersonnes.class).finirLesDossiers();
        monde.travailler();
        terminee(v, decedee, Issue.DECES);
    }

    private void signaler(Visite v, Demande demande, String quoi) {
        v.presser("a:has-text('Signaler un événement')");
        v.presser("summary:has-text('Signaler un événement')");
        v.page().getByLabel(quoi).check();
        v.page().fill("#champ-signaler-motif", "Dit au guichet ce matin.");
        vu(v, "signaler");
        v.presser("#form-signaler button");
        v.page().getByText("C’est signalé").waitFor();
        assertThat(v.page().url()).endsWith(demande.numero());
        monde.travailler();
    }

    private void autreDroit(Visite v) {
        Demande demande = proposer(v, "La personne choisit un autre droit et retire sa demande de RSA");
        terminee(v, demande, Issue.AUTRE_DROIT, "Une autre aide correspond mieux à votre situation");
    }

    private Demande demanderLesPieces(Visite v) {
        Demande demande = prendre(v);
        v.page().getByLabel("Non, je demande les pièces manquantes").check();
        v.page().getByLabel("Message à ajouter dans le courrier").fill("Une photo lisible convient.");
        terminer(v);
        monde.travailler();
        v.menu("Corbeille").presser(".onglets a:has-text('En attente')");
        assertThat(v.texte()).contains(demande.numero(), "Attend la personne");
        vu(v, "corbeille-en-attente");
        return demande;
    }

    /** From the queue to the proposal: pieces seen at the counter, then the rules read, then a proposal with its reason. */
    private Demande proposer(Visite v, String proposition) {
        Demande demande = prendre(v);
        Locator attendues = v.page().locator("button:has-text('Vue et acceptée')");
        for (int reste = attendues.count(); reste > 0; reste--) {
            attendues.first().click();
            v.chargee();
            PlaywrightAssertions.assertThat(attendues).hasCount(reste - 1);
        }
        v.page().locator(".fjs-container").waitFor();
        vu(v, "pieces-acceptees");
        v.page().getByLabel(OUI_JE_PEUX).check();
        terminer(v);
        monde.travailler();
        ouvrir(v, demande);
        v.bouton("Prendre et commencer");
        v.page().locator(".fjs-container").waitFor();
        vu(v, "decision");
        if (vus.add("decision-expliquee")) {
            v.page().getByText("conditions remplies").last().click();
            v.illustrer("decision-expliquee", ".decision").illustrer("montant-estime", ".decision >> nth=1");
        }
        v.page().getByLabel(proposition).check();
        if (proposition.startsWith("Défavorable")) {
            v.page().getByLabel(RESSOURCES).check();
        }
        if (proposition.startsWith("La personne choisit")) {
            v.page().locator("input[id*=Field_retraitLe]").fill("01/06/2026");
            v.page().keyboard().press("Tab");
        }
        v.page().getByLabel("Précision").fill("Situation relue avec la personne au guichet.");
        terminer(v);
        monde.travailler();
        return demande;
    }

    private void valider(Demande demande) {
        try (Visite v = visite(RESPONSABLE, CHOISI)) {
            vu(v, "accueil-responsable");
            v.presser("#a-valider li:has-text('" + demande.numero() + "') a");
            v.bouton("Prendre et commencer");
            v.page().locator(".fjs-container").waitFor();
            vu(v, "valider-rejet");
            v.page()
                    .getByLabel("Oui, transmettre à la CAF avec une proposition de rejet")
                    .check();
            v.page().getByLabel("Motif").fill("Relu, conforme.");
            terminer(v);
        }
        monde.travailler();
    }

    private void accorder(Visite v, Demande demande) {
        ouvrir(v, demande);
        v.page().locator(".fjs-container").waitFor();
        v.page()
                .getByLabel("Accord", new Page.GetByLabelOptions().setExact(true))
                .check();
        Locator date = v.page().getByLabel("Date de la décision");
        date.fill("01/06/2026");
        date.press("Tab");
        v.page().getByLabel("Montant mensuel accordé").fill("568.20");
        v.page().locator("input[id*=Field_dateEffet]").fill("01/06/2026");
        v.page().keyboard().press("Tab");
        vu(v, "decision-caf");
        terminer(v);
        monde.travailler();
        terminee(v, demande, Issue.DROIT_OUVERT, "Votre demande de RSA est acceptée");
    }

    private void rejeterParFichier(Visite v, Demande demande) {
        v.menu("Imports");
        vu(v, "imports-liste");
        v.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Choisir un fichier de Décisions de la CAF"))
                .click();
        deposer(
                v,
                "decisions.csv",
                ("numero;decision;date;montant;reference;motifs;motif\n" + demande.numero()
                                + ";rejet;01/06/2026;;INVENTÉE-42;RESSOURCES;\n")
                        .getBytes(StandardCharsets.UTF_8));
        v.bouton("Écrire la ligne juste");
        attendreLesLignes(v);
        vu(v, "import-decisions-ecrit");
        monde.travailler();
        terminee(v, demande, Issue.DROIT_REJETE, "La réponse de la Caf d’Ille-et-Vilaine à votre demande de RSA");
    }

    /** The day's letters, printed in one batch and put in the post: the delays of those who must answer begin. */
    private void posterLesCourriers() {
        try (Visite v = visite(INSTRUCTRICE, CHOISI)) {
            v.menu("Courriers à imprimer");
            vu(v, "courriers-du-jour");
            v.presser(".acte button:has-text('Préparer')");
            v.page().waitForURL("**/courriers/lots/**");
            String lot = v.page().url();
            v.page().evaluate("""
                    async () => {
                      const f = document.querySelector('form[data-relire]');
                      await fetch(f.action, { method: 'POST', body: new URLSearchParams(new FormData(f)) });
                    }""");
            v.aller(lot.substring(lot.indexOf("/courriers/")));
            v.bouton("Noter l’envoi des courriers cochés");
            v.page().getByText("notés envoyés").waitFor();
        }
    }

    /** The silence of the CAF is worth a refusal for somebody who answers for it alone: its source is not sure. */
    private void confirmerLeSilence() {
        try (Visite v = visite("pilote1", DEMONSTRATION)) {
            v.menu("Règles à confirmer");
            v.page().selectOption("#table", "delais");
            v.bouton("Montrer");
            Locator rangee = v.page().locator("tr:has(input[value='Rule_RsaSilenceCaf'])");
            rangee.locator("summary").click();
            vu(v, "regles-a-confirmer");
            rangee.locator("textarea").fill("Avis inventé du service juridique, 2 juin 2026.");
            rangee.locator("button").click();
            v.page().getByText("La règle est confirmée").waitFor();
        }
    }

    private void apresLeDelai(Demande demande) {
        posterLesCourriers();
        horloge.regler(LocalDateTime.of(2026, 6, 19, 9, 0));
        monde.travailler();
        horloge.regler(LocalDateTime.of(2026, 6, 30, 9, 0));
        monde.travailler();
        try (Visite v = visite(INSTRUCTRICE, CHOISI)) {
            apresLeDeces(v);
            ouvrir(v, demande);
            v.bouton("Prendre et commencer");
            v.page().locator(".fjs-container").waitFor();
            vu(v, "suite-du-delai");
            v.page().getByLabel("Classer sans suite").check();
            v.page()
                    .locator(".fjs-container")
                    .getByLabel("Pourquoi ?")
                    .fill("Deux appels sans réponse, rien n'est arrivé.");
            terminer(v);
            monde.travailler();
            signer(demande);
            terminee(
                    v,
                    demande,
                    Issue.CLASSE_SANS_SUITE,
                    "Nous arrêtons l’étude de votre demande de RSA",
                    "Rappel – il manque des documents pour votre demande de RSA",
                    "Il manque des documents pour votre demande de RSA");
        }
    }

    private void signer(Demande demande) {
        try (Visite v = visite(RESPONSABLE, CHOISI)) {
            v.menu("Courriers à signer");
            assertThat(v.texte()).contains(demande.numero());
            vu(v, "courriers-a-signer");
            v.page()
                    .check("#c-"
                            + monde.bean(JdbcTemplate.class)
                                    .queryForObject(
                                            "select id from courrier where dossier_numero = ? and etat = 'A_SIGNER'",
                                            UUID.class,
                                            demande.numero()));
            v.bouton("Signer les courriers cochés");
            v.chargee();
        }
        monde.travailler();
    }

    private void apresLeSilence(Demande demande) {
        confirmerLeSilence();
        horloge.regler(LocalDateTime.of(2026, 8, 5, 9, 0));
        monde.travailler();
        try (Visite v = visite(INSTRUCTRICE, CHOISI)) {
            ouvrir(v, demande);
            v.bouton("Prendre et commencer");
            v.page().locator(".fjs-container").waitFor();
            vu(v, "silence-caf");
            v.page()
                    .getByLabel("Informer la personne du rejet implicite et de ses recours")
                    .check();
            v.page()
                    .locator(".fjs-container")
                    .getByLabel("Pourquoi ?")
                    .fill("La CAF confirme qu'elle n'a pas répondu.");
            terminer(v);
            monde.travailler();
            terminee(v, demande, Issue.REJET_IMPLICITE, "Vous n’avez pas reçu de réponse à votre demande de RSA");
        }
    }

    /** Takes the first task of the queue: the most pressing. */
    private Demande prendre(Visite v) {
        v.menu("Corbeille").presser("tbody a.cible-ligne");
        vu(v, "tache-a-prendre");
        v.bouton("Prendre et commencer");
        v.page().locator(".fjs-container").waitFor();
        vu(v, "verifier-pieces");
        if (vus.add("pieces")) {
            v.illustrer("pieces", "#pieces");
        }
        String titre = v.page().locator("h1").innerText();
        return new Demande(titre.replaceAll(".*(RSA-[0-9-]+).*", "$1"), nomDeLaPersonne(v));
    }

    private static String nomDeLaPersonne(Visite v) {
        return v.page()
                .locator(".personne h2 a")
                .innerText()
                .replaceFirst("^(Mme|M\\.)\\s", "")
                .strip();
    }

    /** From the dossier, as somebody who only knows its number. */
    private void ouvrir(Visite v, Demande demande) {
        v.chercher(demande.numero());
        v.presser("#acte .rangees a");
        v.page().waitForURL("**/taches/**");
    }

    private static void terminer(Visite v) {
        v.bouton("Terminer l’étape");
        v.page().waitForURL("**/corbeille**");
        assertThat(v.texte()).contains("Étape faite");
    }

    /** The dossier says how it ended, and each of its letters opens as a PDF that names the person. */
    private void terminee(Visite v, Demande demande, Issue issue, String... courriers) {
        v.chercher(demande.numero());
        assertThat(v.page().url()).endsWith("/dossiers/" + demande.numero());
        assertThat(v.page().locator("#acte").innerText()).contains("Dossier terminé", issue.libelle());
        vu(v, "dossier-termine");
        Locator lettres = v.page().locator("#courriers a[href^='/courriers/']");
        List<String> attendus = new ArrayList<>(Arrays.asList(courriers));
        attendus.add("Nous avons reçu votre demande de RSA");
        assertThat(lettres.allInnerTexts().stream().map(t -> t.replace('\'', '’')))
                .containsExactlyElementsOf(attendus);
        for (int i = 0; i < attendus.size(); i++) {
            lettres.nth(i).click();
            v.chargee();
            v.page().locator(".courrier").waitFor();
            vu(v, "courrier");
            verifierLePdf(v, demande);
            v.presser(".barre-haute .retour");
            assertThat(v.page().url()).contains("/dossiers/" + demande.numero());
        }
        fins.add(issue);
    }

    private void verifierLePdf(Visite v, Demande demande) {
        String adresse = v.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ouvrir le PDF"))
                .getAttribute("href");
        APIResponse reponse = v.page().context().request().get("http://127.0.0.1:" + port + adresse);
        assertThat(reponse.status()).isEqualTo(200);
        assertThat(reponse.headers().get("content-type")).startsWith("application/pdf");
        assertThat(reponse.body()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        try (PDDocument pdf = Loader.loadPDF(reponse.body())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(demande.nom().replace('\'', '’'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deposer(Visite v, String nom, byte[] contenu) {
        v.page().locator("input[type=file]").setInputFiles(new FilePayload(nom, "text/csv", contenu));
        v.bouton("Vérifier le fichier");
        attendreLesLignes(v);
    }

    /** The progress page asks for itself until the work is over; then its link leads to the rows. */
    private static void attendreLesLignes(Visite v) {
        v.page().waitForURL(Pattern.compile(".*/imports/[0-9a-f-]{36}.*"));
        Locator table = v.page().locator("table.tableau");
        Locator suite = v.page().locator("a", new Page.LocatorOptions().setHasText("Voir les lignes"));
        table.or(suite).first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        if (suite.count() > 0) {
            suite.click();
            table.waitFor();
        }
    }

    private Visite visite(String identifiant, String motDePasse) {
        return new Visite(navigateur, port, Navigateur.LARGE, identifiant, motDePasse);
    }

    /** Each kind of page is checked the first time that the journey meets it, and its window kept for the guides. */
    private void vu(Visite v, String nom) {
        if (vus.add(nom)) {
            v.tenir("dix-fins-" + nom).illustrer(nom);
        }
    }

    private static byte[] octets(Download fichier) {
        try {
            return Files.readAllBytes(fichier.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
