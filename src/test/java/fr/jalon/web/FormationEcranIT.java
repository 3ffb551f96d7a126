package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Financeur;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.usager.PersonneVue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A training by the screens: asked on the person's page, read by a colleague, decided by the responsable, paid by milestones. */
@JalonIT
class FormationEcranIT extends EssaiDEcran {

    private static final LocalDate DEBUT =
            EssaiConfiguration.DEPART.toLocalDate().plusDays(60);
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String ENVELOPPE = "FinancementFormation-2026";

    private Agent ali;
    private Agent collegue;

    @BeforeEach
    void preparer() {
        ali = monde.agent("ali.demande", Role.ALI, "KLEBER");
        collegue = monde.agent("instructeur.avis", Role.INSTRUCTEUR, "KLEBER");
        Enveloppes enveloppes = monde.bean(Enveloppes.class);
        enveloppes.ouvrir(ENVELOPPE, "Financement de formations", 2026, List.of(new Financeur("CCAS", "CCAS", 10_000)));
        enveloppes.doter(
                ENVELOPPE, "ecran:formation", 1_000_000, EssaiConfiguration.DEPART.toLocalDate(), "Budget", "essai");
    }

    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    @Test
    void de_la_demande_au_premier_versement() {
        PersonneVue personne = monde.personne();
        String dossier;
        String lien;
        try (Visite v = visite(ali)) {
            v.aller("/usagers/" + personne.id()).presser("a[href$='/demandes/FOR']");
            v.page().locator(".fjs-container").waitFor();
            v.tenir("formation-demande");
            remplir(v, "73282932000075");
            v.page().locator("button[type=submit]").last().click();
            v.refusAttendu(422);
            assertThat(v.texte()).contains("Ce SIRET n'existe pas");
            assertThat(champ(v, "intitule").inputValue()).isEqualTo("Titre professionnel d'agent de propreté");
            v.tenir("formation-demande-refusee");
            champ(v, "siret").fill("73282932000074");
            v.page().locator("button[type=submit]").last().click();
            v.page().waitForURL("**/dossiers/FOR-**");
            dossier = v.page().url().replaceAll(".*/dossiers/([A-Z0-9-]+).*", "$1");
            assertThat(v.texte()).contains("Demandé au CCAS", "Pièce attendue", "Titre professionnel");
            v.tenir("formation-dossier");
        }
        monde.travailler();
        try (Visite v = visite(collegue)) {
            prendre(v, dossier, "Donner l'avis technique");
            repondre(v, "Votre avis", "Favorable");
            v.tenir("formation-avis");
            terminer(v);
        }
        try (Visite v = visite(monde.responsable())) {
            prendre(v, dossier, "Décider de la formation");
            repondre(v, "La décision", "Accorder");
            v.tenir("formation-decision");
            terminer(v);
        }
        horloge.regler(DEBUT.atTime(9, 0));
        try (Visite v = visite(ali)) {
            prendre(v, dossier, "Suivre la formation");
            repondre(v, "Que s'est-il passé ?", "Une étape est franchie");
            choisir(v, "jalon", "Entrée en formation");
            champ(v, "heuresSuivies").fill("0");
            champ(v, "preuve").fill("Attestation d'entrée du 31 juillet");
            v.tenir("formation-jalon");
            terminer(v);
            v.aller("/dossiers/" + dossier);
            assertThat(v.texte()).contains("120,00 € sur 400,00 €", "Avis technique", "Accordée : 400,00 €");
            v.tenir("formation-suivie");
            v.page().getByText("Créer un lien pour une preuve").click();
            v.page().locator("#lien-neuf").waitFor();
            v.tenir("formation-lien");
            lien = v.page().locator("#lien-neuf").textContent();
        }
        apporter(lien.replaceFirst(".*/preuve", "/preuve"));
        try (Visite v = visite(ali)) {
            prendre(v, dossier, "Suivre la formation");
            assertThat(champ(v, "preuve").inputValue()).isEqualTo("Attestation de mi-parcours 7");
            assertThat(champ(v, "heuresSuivies").inputValue()).isEqualTo("140");
        }
    }

    /** The body, without an account: a wrong proof is told and keeps the link, a right one uses it up. */
    private void apporter(String chemin) {
        try (Ecran e = navigateur.ecran(Navigateur.LARGE, false)) {
            String adresse = "http://127.0.0.1:" + port + chemin;
            e.aller(adresse).capturer("preuve").verifierTout();
            assertThat(e.page().textContent("main")).contains("Moitié des heures", "Aucun paiement");
            assertThat(e.page().request().get(adresse).headers())
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("x-robots-tag", "noindex, nofollow");
            e.page().getByText("Envoyer la preuve").click();
            e.page().locator(".resume-erreurs").waitFor();
            assertThat(e.plaintesEtOubli()).allMatch(p -> p.contains("status of 422"));
            e.capturer("preuve-refusee").verifierTout();
            e.page().selectOption("#champ-etape", "MOITIE_HEURES");
            e.page().locator("#champ-heures").fill("140");
            e.page().locator("#champ-preuve").fill("Attestation de mi-parcours 7");
            e.page().getByText("Envoyer la preuve").click();
            e.page().waitForURL("**/preuve-enregistree");
            e.capturer("preuve-enregistree").verifierTout();
            assertThat(e.page().request().get(adresse).status()).isEqualTo(404);
        }
    }

    private static Locator champ(Visite v, String cle) {
        return v.page()
                .locator("input[id$=Field_" + cle + "], textarea[id$=Field_" + cle + "]")
                .first();
    }

    private void remplir(Visite v, String siret) {
        choisir(v, "levier", "Compétences");
        champ(v, "projet").fill("Devenir agent de propreté, près de chez soi.");
        champ(v, "intitule").fill("Titre professionnel d'agent de propreté");
        dater(v, "dateDebut", DEBUT);
        dater(v, "dateFin", DEBUT.plusDays(80));
        champ(v, "heures").fill("280");
        champ(v, "lieu").fill("Rennes");
        champ(v, "organisme").fill("Centre de formation imaginaire");
        champ(v, "siret").fill(siret);
        champ(v, "adresse").fill("3 rue Inventée, 35000 Rennes");
        repondre(v, "Certifié Qualiopi", "Oui");
        champ(v, "numeroQualiopi").fill("QUAL-0042");
        dater(v, "qualiopiAu", DEBUT.plusYears(1));
        champ(v, "cout").fill("1200");
        choisir(v, "financeur1", "Région");
        champ(v, "montant1").fill("800");
        repondre(v, "Sa réponse", "Accordé");
        champ(v, "preuve1").fill("Courrier R-7");
        champ(v, "droitCommun").fill("Le CPF est vide.");
        repondre(v, "La personne reçoit le RSA", "Oui");
        repondre(v, "La formation sert son projet", "Oui");
        repondre(v, "Elle a lieu à l'étranger", "Non");
        repondre(v, "Elle prépare un concours", "Non");
        repondre(v, "Elle a déjà commencé", "Pas demandé");
    }

    private static void repondre(Visite v, String question, String reponse) {
        v.page()
                .locator(".fjs-form-field-radio")
                .filter(new Locator.FilterOptions().setHasText(question))
                .first()
                .getByLabel(reponse, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private static void dater(Visite v, String cle, LocalDate jour) {
        v.page().locator("input[id*=Field_" + cle + "]").fill(jour.format(JOUR));
        v.page().keyboard().press("Tab");
    }

    private static void choisir(Visite v, String cle, String option) {
        Locator liste =
                v.page().locator(".fjs-dropdownlist-item").getByText(option).first();
        if (!liste.isVisible()) {
            v.page().locator("[id*=Field_" + cle + "]").first().click();
        }
        liste.click();
    }

    private static void prendre(Visite v, String dossier, String etape) {
        v.aller("/dossiers/" + dossier);
        v.page().locator("a[href^='/taches/']").first().click();
        v.page().waitForURL("**/taches/**");
        assertThat(v.page().locator("h1").textContent()).contains(etape);
        if (v.page().getByText("Prendre et commencer").count() > 0) {
            v.bouton("Prendre et commencer");
        }
        v.page().locator(".fjs-container").waitFor();
    }

    private void terminer(Visite v) {
        v.bouton("Terminer l’étape");
        v.page().waitForURL("**/corbeille**");
        monde.travailler();
    }
}
