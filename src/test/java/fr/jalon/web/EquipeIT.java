package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.sanction.parcours.ManquementRsa;
import fr.jalon.seance.Preparation;
import fr.jalon.seance.ScenesDEquipe;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Tenue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The équipe pluridisciplinaire on the screens: who organises it, its members, a breach and its decision. */
@JalonIT
class EquipeIT extends EssaiDEcran {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final DateTimeFormatter SAISIE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private HorlogeReglable reglage;

    private ScenesDEquipe scenes;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
    }

    private static void ajouter(Visite v, String qualite, Agent membre) {
        Locator plis = v.page().locator("details:has(#membre-nouveau)");
        if (plis.getAttribute("open") == null) {
            v.page().getByText("Ajouter un membre").click();
        }
        v.page().selectOption("#champ-qualite", qualite);
        v.page().selectOption("#champ-membre", membre.identifiant());
        v.bouton("Ajouter ce membre");
        assertThat(v.page().locator("#champ-membres").innerText()).contains(membre.nomComplet());
    }

    @Test
    void un_responsable_tient_une_seance_ou_siegent_deux_allocataires_jusqu_au_proces_verbal() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        Agent responsable = monde.responsable();
        Agent soizic = scenes.allocataire("jure4");
        Agent mamadou = scenes.allocataire("jure5");
        Agent lena = monde.agent("jure6", Role.JURY, null);
        Agent intrus = monde.agent("jure7", Role.JURY, null);
        String seance;
        try (Visite v = visite(responsable)) {
            v.menu("Séances");
            assertThat(v.texte()).contains("Des dossiers attendent une séance");
            v.tenir("seances").illustrer("equipe-seances");
            v.presser("a:has-text('Préparer une séance')");
            v.page().fill("#champ-jour", DEPART.minusDays(1).toString());
            v.page().fill("#champ-heure", "14h");
            v.bouton("Créer la séance");
            v.refusAttendu(422).tenir("seance-passee");
            assertThat(v.texte()).contains("choisissez un jour et une heure à venir");
            v.page().fill("#champ-jour", DEPART.plusDays(1).toString());
            v.page().fill("#champ-heure", "18h30");
            v.bouton("Créer la séance");
            v.page().getByText("La séance est créée").waitFor();
            seance = v.page().url().replaceFirst("^https?://[^/]+", "");
            v.tenir("seance-vide");
            v.bouton("Convoquer");
            v.refusAttendu(422);
            assertThat(v.texte()).contains("Composition incomplète", "au moins un dossier");
            v.aller("/seances");
            assertThat(v.texte()).contains("Une séance est à convoquer", "Finir de la préparer");
            v.aller(seance);
            ajouter(v, ScenesDEquipe.ALLOCATAIRE, soizic);
            ajouter(v, ScenesDEquipe.ALLOCATAIRE, mamadou);
            ajouter(v, ScenesDEquipe.PROFESSIONNEL, lena);
            ajouter(v, ScenesDEquipe.PROFESSIONNEL, scenes.ali());
            v.page()
                    .getByLabel(java.util.regex.Pattern.compile(dossier.numero()))
                    .check();
            v.bouton("Inscrire les dossiers cochés");
            assertThat(v.texte()).contains(scenes.ali().nomComplet() + " suit cette personne");
            v.bouton("Convoquer");
            v.refusAttendu(422).tenir("seance-convoquee-tard");
            assertThat(v.texte()).contains("Les membres ont d'habitude 5 jours");
            v.page().fill("#champ-motifDelai", "Le prochain créneau de la salle est dans un mois.");
            v.bouton("Convoquer");
            v.page().getByText("Les convocations sont écrites").waitFor();
            v.bouton("Garder ces membres comme équipe permanente");
            v.page().getByText("Ces membres seront proposés").waitFor();
            v.tenir("seance-convoquee").illustrer("equipe-preparation");
            v.presser("a:has-text('Fiches des dossiers')");
            v.tenir("seance-fiches");
            v.aller(seance + "/tenue");
            v.page().getByText("La séance s’ouvre le").first().waitFor();
            assertThat(v.texte()).doesNotContain("Ouvrir la séance");
            v.tenir("seance-avant-son-jour");
        }
        lisent(List.of(soizic, mamadou), dossier, seance);
        seDeporte(scenes.ali(), seance);
        refuses(intrus, soizic, seance);
        reglage.regler(EssaiConfiguration.DEPART.plusDays(1));
        try (Visite v = visite(responsable)) {
            v.aller("/seances");
            v.presser("a:has-text('Tenir la séance')");
            v.tenir("seance-presences");
            noterPresences(v, "Absent");
            v.bouton("Ouvrir la séance");
            v.refusAttendu(422).tenir("seance-sans-allocataire");
            assertThat(v.texte())
                    .contains("Le quorum n'est pas atteint", "« Représentant des allocataires » présent, il y en a 0");
            noterPresences(v, "Présent");
            v.bouton("Ouvrir la séance");
            assertThat(v.texte())
                    .contains(
                            "3 présents sur 3, il en faut 2",
                            "Déport de " + scenes.ali().nomComplet());
            v.page().getByLabel("Revoir l'orientation avec la personne").check();
            v.bouton("Enregistrer l’avis");
            v.refusAttendu(422).tenir("seance-avis-sans-motif");
            assertThat(v.texte()).contains("Un avis se motive");
            v.page()
                    .getByLabel("Pourquoi", new Page.GetByLabelOptions().setExact(true))
                    .fill("Les rendez-vous tombaient pendant ses cours de français.");
            v.page().getByLabel("Pour (facultatif)").fill("3");
            v.bouton("Enregistrer l’avis");
            v.page().getByText("L’avis est enregistré").waitFor();
            v.tenir("seance-tenue").illustrer("equipe-tenue");
            try (Visite etroit = new Visite(navigateur, port, Navigateur.ETROIT, responsable)) {
                etroit.aller(seance + "/tenue").tenir("etroit-tenue");
            }
            v.bouton("Clore la séance");
            v.page().getByText("La séance est close").waitFor();
            v.presser("a:has-text('Lire le procès-verbal')");
            v.page().evaluate("Promise.all([...document.images].map((i) => i.decode())).then(() => true)");
            assertThat(v.page().locator(".courrier-texte").textContent().replaceAll("[\\p{Z}\\s]+", " "))
                    .contains(dossier.numero(), "Revoir l’orientation", "cours de français", "Déport");
            v.tenir("seance-proces-verbal").illustrer("equipe-proces-verbal");
        }
        monde.travailler();
        assertThat(scenes.attend(dossier, OrientationRsa.RECUEILLIR_SITUATION)).isTrue();
        try (Visite v = new Visite(navigateur, port, Navigateur.ETROIT, responsable)) {
            v.aller("/seances").tenir("etroit-seances");
            v.aller("/seances/nouvelle").tenir("etroit-seance-nouvelle");
            v.page().selectOption("#champ-rythme", "MOIS");
            v.page().fill("#champ-jour", "2026-09-08");
            v.page().fill("#champ-heure", "9h30");
            v.page().fill("#champ-lieu", "Salle d’essai");
            v.bouton("Créer la séance");
            v.refusAttendu(422).tenir("etroit-seances-de-l-annee-faute");
            assertThat(v.page().inputValue("#champ-lieu")).isEqualTo("Salle d’essai");
            v.page().fill("#champ-jusquAu", "2026-12-31");
            v.bouton("Créer la séance");
            v.page().getByText("4 séances créées").waitFor();
            v.aller(seance).tenir("etroit-seance-close");
            v.aller(seance + "/tenue").tenir("etroit-tenue-close");
        }
        try (Visite v = new Visite(navigateur, port, Navigateur.ETROIT, soizic)) {
            v.aller("/mes-seances" + seance.substring("/seances".length()));
            assertThat(v.texte()).contains("Lire le procès-verbal").doesNotContain("Lire la fiche");
            v.tenir("etroit-mon-ordre-clos");
        }
    }

    /** Everybody is there, but the representatives of the allocataires are as said. */
    private static void noterPresences(Visite v, String allocataires) {
        for (Locator groupe : v.page().locator(".presence").all()) {
            String presence = groupe.innerText().contains("Représentant des allocataires") ? allocataires : "Présent";
            groupe.getByLabel(presence, new Locator.GetByLabelOptions().setExact(true))
                    .check();
        }
    }

    private void lisent(List<Agent> allocataires, DossierVue dossier, String seance) {
        for (Agent membre : allocataires) {
            int largeur = membre.equals(allocataires.get(0)) ? Navigateur.ETROIT : Navigateur.LARGE;
            try (Visite v = new Visite(navigateur, port, largeur, membre)) {
                assertThat(v.texte()).contains("Une séance vous attend");
                v.tenir("accueil-allocataire");
                v.presser("a:has-text('Ouvrir mes séances')");
                v.presser("a.cible-ligne[href='/mes-seances" + seance.substring("/seances".length()) + "']");
                assertThat(v.texte())
                        .contains(dossier.numero(), "Connaissez-vous cette personne")
                        .doesNotContain("Inventée");
                v.tenir("mon-ordre").illustrer("equipe-mon-ordre");
                v.presser("a:has-text('Lire la fiche')");
                assertThat(v.texte())
                        .contains("Inventée", "Absence", "Vous connaissez cette personne", "Je me déporte")
                        .doesNotContain("allée Imaginaire");
                v.tenir("ma-fiche").illustrer("equipe-fiche");
            }
        }
    }

    private void seDeporte(Agent referent, String seance) {
        try (Visite v = visite(referent)) {
            v.aller("/mes-seances" + seance.substring("/seances".length()));
            assertThat(v.texte()).contains("Vous suivez cette personne");
            v.page().getByText("Je me déporte").click();
            v.bouton("Me déporter");
            v.refusAttendu(422).tenir("deport-sans-motif");
            v.page().getByLabel("Pourquoi ?").fill("Je suis son référent");
            v.bouton("Me déporter");
            v.page().getByText("Votre déport est noté").waitFor();
            assertThat(v.page().getByText("Lire la fiche").count()).isZero();
            v.tenir("deporte");
        }
    }

    private void refuses(Agent intrus, Agent allocataire, String seance) {
        Navigation curieux = new Navigation(monde);
        curieux.connecter(intrus.identifiant(), Monde.MOT_DE_PASSE);
        String dossierDeMembre = "/mes-seances" + seance.substring("/seances".length());
        assertThat(curieux.get(dossierDeMembre).statut()).isEqualTo(404);
        assertThat(curieux.get(seance).statut()).isEqualTo(403);
        Navigation membre = new Navigation(monde);
        membre.connecter(allocataire.identifiant(), Monde.MOT_DE_PASSE);
        assertThat(membre.get(dossierDeMembre).statut()).isEqualTo(200);
        assertThat(membre.get(seance).statut()).isEqualTo(403);
        assertThat(membre.get("/dossiers").statut()).isEqualTo(403);
        Navigation ailleurs = new Navigation(monde);
        ailleurs.connecter(monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE").identifiant(), Monde.MOT_DE_PASSE);
        assertThat(ailleurs.get(seance).statut()).isEqualTo(404);
        assertThat(ailleurs.post(seance + "/annulation", Map.of()).statut()).isEqualTo(404);
    }

    @Test
    void un_manquement_se_constate_avec_ses_bornes_et_se_decide_par_un_autre() {
        DossierVue orientation = scenes.orientee();
        Agent ali = scenes.ali();
        String numero;
        try (Visite v = visite(ali)) {
            v.aller("/dossiers/" + orientation.numero());
            v.presser("a:has-text('Constater un manquement')");
            assertThat(v.texte())
                    .contains(
                            "Ce que cette procédure va faire",
                            "30 jours pour répondre, à partir du jour où elle la reçoit",
                            "de 30 à 100 % du RSA",
                            "R262-68-1",
                            "À confirmer");
            v.tenir("manquement-annonce").illustrer("equipe-annonce");
            v.bouton("Ouvrir la procédure");
            v.page().getByText("Le dossier de manquement est ouvert").waitFor();
            numero = v.page().url().replaceFirst(".*/dossiers/", "");
            assertThat(numero).startsWith("MAN-");
            assertThat(v.texte()).contains("Manquement signalé").doesNotContain("Demande reçue");
            v.tenir("manquement-ouvert");
            prendre(v);
            v.page().getByLabel("Un document manque").check();
            date(v, "dateFaits", DEPART.minusDays(3));
            v.page().getByLabel("Les faits").fill("Vous n'êtes pas venue à l'atelier du 29 mai.");
            v.page().getByLabel("Elle vit seule, sans majoration").check();
            v.page()
                    .getByLabel("Suspension", new Page.GetByLabelOptions().setExact(true))
                    .check();
            v.page().getByLabel("Part du RSA en moins (%)").fill("30");
            v.page().getByLabel("Durée (mois)").fill("5");
            v.bouton("Terminer l’étape");
            v.page().locator(".resume-erreurs").waitFor();
            v.refusAttendu(422);
            assertThat(v.page().locator("body").innerText().replace('\u00a0', ' '))
                    .contains("Un document qui manque n'est pas un manquement");
            v.page()
                    .getByLabel("Elle refuse d'établir ou d'actualiser le contrat d'engagement")
                    .check();
            v.bouton("Terminer l’étape");
            v.page().getByText("de 1 à 2 mois").first().waitFor();
            v.refusAttendu(422).tenir("manquement-hors-bornes").illustrer("equipe-manquement");
            v.page().getByLabel("Durée (mois)").fill("2");
            v.bouton("Terminer l’étape");
            v.page().getByText(", dossier " + numero).first().waitFor();
        }
        monde.travailler();
        DossierVue dossier = monde.bean(fr.jalon.dossier.Dossiers.class).parNumero(numero, ali);
        scenes.achever(
                dossier,
                ManquementRsa.RECEVOIR_OBSERVATIONS,
                Map.of("mode", "ORAL", "date", DEPART.toString(), "observations", "J'étais malade.", "complet", true),
                ali);
        monde.poster(dossier.id(), "manquement-observations");
        try (Visite v = visite(monde.responsable())) {
            v.aller("/dossiers/" + numero);
            prendre(v);
            assertThat(v.texte()).contains("Ce que la loi permet", "de 30 à 100 % du RSA", "J'étais malade.");
            v.tenir("manquement-decider").illustrer("equipe-decider");
            v.page()
                    .getByLabel("Sanctionner", new Page.GetByLabelOptions().setExact(true))
                    .check();
            date(v, "debut", DEPART.plusDays(10));
            // As one types: the calendar closes and the form has taken the date before the button is pressed.
            v.page()
                    .getByLabel("Motif")
                    .pressSequentially(
                            "Aucun certificat n'a été donné.", new Locator.PressSequentiallyOptions().setDelay(20));
            v.bouton("Terminer l’étape");
            v.page().getByText(", dossier " + numero).first().waitFor();
            monde.travailler();
            v.aller("/dossiers/" + numero);
            assertThat(v.texte())
                    .contains("Suspension de 30 % pendant 2 mois", "Une sanction est décidée sur votre RSA");
            v.tenir("manquement-decide");
        }
    }

    @Test
    void une_seance_ou_le_professionnel_sort_donne_ses_avis_reporte_et_se_clot_au_clavier() {
        DossierVue premier = scenes.deuxFoisAbsente();
        DossierVue second = scenes.contratRefuse("Les horaires ne vont pas avec la garde de mon fils.");
        Agent responsable = monde.responsable();
        SeanceVue seance = scenes.seance(10, responsable);
        scenes.ajouter(seance, scenes.allocataire("jure4"), ScenesDEquipe.ALLOCATAIRE, null, responsable);
        scenes.ajouter(seance, scenes.allocataire("jure5"), ScenesDEquipe.ALLOCATAIRE, null, responsable);
        scenes.ajouter(seance, scenes.ali(), ScenesDEquipe.PROFESSIONNEL, null, responsable);
        monde.bean(Preparation.class)
                .inscrire(
                        seance.id(),
                        List.of(scenes.pret(premier).id(), scenes.pret(second).id()),
                        responsable);
        monde.bean(Preparation.class).convoquer(seance.id(), null, responsable);
        SeanceVue lue = scenes.lire(seance, responsable);
        reglage.regler(EssaiConfiguration.DEPART.plusDays(10));
        monde.bean(Tenue.class).ouvrir(seance.id(), scenes.presents(lue), null, responsable);
        String p1 = lue.points().get(0).id().toString();
        String p2 = lue.points().get(1).id().toString();
        try (Visite v = visite(responsable)) {
            v.aller("/seances/" + seance.id() + "/tenue");
            assertThat(v.texte()).contains("Contrat d'engagement refusé", "Deux absences au premier rendez-vous");
            for (String point : List.of(p1, p2)) {
                entrer(v, "#point-" + point + " details:has(#deport-" + point + ") > summary");
                v.page().locator("#champ-membre-" + point).focus();
                v.page().keyboard().type(scenes.ali().prenom());
                v.page()
                        .selectOption(
                                "#champ-membre-" + point,
                                lue.membre(scenes.ali().identifiant())
                                        .orElseThrow()
                                        .id()
                                        .toString());
                v.page().locator("#champ-motifDeport-" + point).focus();
                v.page().keyboard().type("Je suis sa référente");
                v.page().keyboard().press("Enter");
                v.page().getByText("Le déport est noté").waitFor();
            }
            v.tenir("seance-professionnel-sorti");
            assertThat(v.texte()).contains("2 présents sur 2, il en faut 2").doesNotContain("Pas d’avis possible");
            entrer(v, "#point-" + p2 + " form[action*='/deport/'] button");
            v.page().getByText("Le déport est annulé").waitFor();
            v.page().locator("#point-" + p1 + " input[value=AJOURNER]").focus();
            v.page().keyboard().press("Space");
            v.page().locator("#champ-motif-" + p1).fill("Il manque son avis.");
            v.page().locator("#champ-pour-" + p1).fill("3");
            entrer(v, "#avis-" + p1 + " button");
            v.refusAttendu(422);
            assertThat(v.texte()).contains("2 votants");
            v.page().locator("#champ-pour-" + p1).fill("2");
            entrer(v, "#avis-" + p1 + " button");
            v.page().getByText("L’avis est enregistré").waitFor();
            entrer(v, "#point-" + p2 + " details:has(#report-" + p2 + ") > summary");
            v.page().locator("#champ-motifReport-" + p2).focus();
            v.page().keyboard().type("Son fils est hospitalisé");
            v.page().keyboard().press("Enter");
            v.page().getByText("Le dossier est reporté").waitFor();
            v.tenir("seance-dossier-reporte").illustrer("equipe-report");
            entrer(v, "form[action$='/cloture'] button");
            v.page().getByText("La séance est close").waitFor();
            v.tenir("seance-close-avec-report");
        }
        assertThat(scenes.estPret(second)).isTrue();
        assertThat(scenes.estPret(premier)).isTrue();
    }

    /** By the keyboard alone. */
    private static void entrer(Visite v, String ou) {
        v.page().locator(ou).first().focus();
        v.page().keyboard().press("Enter");
    }

    private static void prendre(Visite v) {
        v.page().locator("a[href^='/taches/']").first().click();
        v.page().waitForURL("**/taches/**");
        if (v.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prendre et commencer"))
                        .count()
                > 0) {
            v.bouton("Prendre et commencer");
        }
        v.page().locator(".fjs-container").waitFor();
    }

    private static void date(Visite v, String champ, LocalDate jour) {
        v.page().locator("input[id*=Field_" + champ + "]").fill(jour.format(SAISIE));
        v.page().keyboard().press("Tab");
    }
}
