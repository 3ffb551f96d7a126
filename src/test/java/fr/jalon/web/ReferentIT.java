package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.NouvelleOrientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.orientation.Parcours;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A référent, by the screens: from the situation to the exit, the decision taken at the same time by two, the handover. */
@JalonIT
class ReferentIT extends EssaiDEcran {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Page.GetByLabelOptions EXACT = new Page.GetByLabelOptions().setExact(true);
    private static final int LEVIERS = 6;
    private static final int NOTES = 4;
    private Agent ali;

    @BeforeEach
    void preparer() {
        ali = monde.commencerParUnReferent();
    }

    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    private DossierVue ouvrir(Map<String, Object> connu) {
        DossierVue dossier = monde.bean(DemandesOrientation.class)
                .ouvrir(monde.personne().id(), null, Canal.GUICHET, DEPART, connu, ali);
        monde.travailler();
        return dossier;
    }

    /** The person is followed by the référent since the first day. */
    private void suivre(DossierVue dossier) {
        monde.bean(Orientations.class)
                .enregistrer(
                        new NouvelleOrientation(
                                dossier.personneId(),
                                dossier.id(),
                                Parcours.SOCIAL,
                                "CCAS",
                                ali.identifiant(),
                                DEPART,
                                null,
                                null),
                        ali);
    }

    @Test
    void accompagne_une_personne_de_la_situation_a_la_sortie() {
        suivre(ouvrir(Map.of()));
        suivre(ouvrir(Map.of()));
        DossierVue dossier = ouvrir(Map.of());
        try (Visite v = visite(ali)) {
            v.aller("/corbeille").tenir("corbeille-referent");
            situer(v, dossier);
            confirmer(v, dossier);
            rencontrer(v, dossier);
            diagnostiquer(v, dossier);
            contracter(v, dossier);
            v.menu("Mes accompagnements");
            assertThat(v.texte()).contains("Faire le point", dossier.numero());
            v.tenir("referent-accompagnements").illustrer("referent-accompagnements");
            v.page().selectOption("#champ-tri", "nom");
            v.bouton("Filtrer");
            assertThat(v.texte()).contains(dossier.numero());
            sortir(v, dossier);
        }
        try (Visite v = visite(monde.responsable())) {
            v.menu("Délais d’orientation");
            assertThat(v.page().locator("#dessin-delais .barre").count()).isPositive();
            assertThat(v.texte()).contains("Orientées en 42 jours (loi)");
            v.tenir("referent-delais").illustrer("referent-delais");
        }
    }

    /** Two answers that contradict each other are told on the question, and nothing is written. */
    private void situer(Visite v, DossierVue dossier) {
        prendre(v, dossier, "Recueillir la situation");
        choisir(v, "situationEmploi", "Elle n'a pas travaillé depuis deux ans ou plus");
        v.page().getByLabel("Chercher sa voie").check();
        v.page().locator("input[id*=Field_enfants]").fill("0");
        v.page()
                .locator("[id*=Field_parentIsole] input, input[id*=Field_parentIsole]")
                .first()
                .check();
        v.bouton("Terminer l’étape");
        v.refusAttendu(422);
        assertThat(v.page().locator(".resume-erreurs").innerText()).contains("aucun enfant n'est compté");
        v.tenir("orientation-contradiction");
        v.page().locator("input[id*=Field_enfants]").fill("2");
        v.page().keyboard().press("Tab");
        v.tenir("orientation-situation");
        terminer(v);
    }

    private void confirmer(Visite v, DossierVue dossier) {
        prendre(v, dossier, "Confirmer l'orientation");
        assertThat(v.texte())
                .contains(
                        "Parcours socio-professionnel",
                        "Vous n'avez pas travaillé depuis deux ans ou plus.",
                        "À demander");
        v.illustrer("referent-proposition", "#decision ~ section");
        v.bouton("Terminer l’étape");
        v.page().locator(".resume-erreurs").waitFor();
        v.tenir("orientation-refusee");
        choisir(v, "referent", ali.nomComplet());
        dater(v, "date", DEPART.plusDays(9));
        v.page().getByLabel("Heure (par exemple 9h30)").fill("9h30");
        v.tenir("orientation-confirmer").illustrer("referent-confirmer", ".acte .carte");
        terminer(v);
        v.aller("/dossiers/" + dossier.numero());
        assertThat(v.texte())
                .contains("Orientation décidée", "Votre accompagnement commence", "En cours")
                .doesNotContain("En instruction", "aucune pièce");
        assertThat(v.page().locator(".acte").innerText()).doesNotContain("Délai pour orienter");
        v.tenir("orientation-dossier");
    }

    private void rencontrer(Visite v, DossierVue dossier) {
        monde.convoquer(dossier.id());
        horloge.regler(DEPART.plusDays(9).atTime(11, 0));
        prendre(v, dossier, "Tenir le premier rendez-vous");
        assertThat(v.page().locator(".acte").innerText()).contains("aujourd’hui");
        v.page().getByLabel("La personne n'est pas venue", EXACT).check();
        v.page().getByLabel("Ce que la personne a dit de son absence").fill("Son enfant était malade.");
        dater(v, "date", DEPART.plusDays(14));
        v.page().getByLabel("Heure (par exemple 9h30)").fill("14h");
        v.tenir("orientation-absence");
        terminer(v);
        horloge.regler(DEPART.plusDays(14).atTime(15, 0));
        prendre(v, dossier, "Tenir le premier rendez-vous");
        v.page().getByLabel("La personne est venue", EXACT).check();
        terminer(v);
    }

    private void diagnostiquer(Visite v, DossierVue dossier) {
        prendre(v, dossier, "Établir le diagnostic");
        v.page().getByLabel("Ce qui ressort, avec les mots de la personne").fill("La santé d'abord.");
        v.bouton("Terminer l’étape");
        v.refusAttendu(422);
        assertThat(v.page().locator(".resume-erreurs").innerText()).contains("Il reste à voir");
        v.presser(".ancre-page:has-text('Diagnostic')");
        for (int levier = 1; levier <= LEVIERS; levier++) {
            v.presser("a:has-text('Voir : ')");
            v.page().locator(".fjs-container").waitFor();
            int note = levier % NOTES;
            for (Locator question : v.page().locator(".fjs-form-field-radio").all()) {
                question.locator("input[type=radio]").nth(note).check();
            }
            v.bouton("Garder ce diagnostic");
            v.page().waitForURL("**/diagnostic");
        }
        assertThat(v.texte()).contains("Les six leviers sont vus");
        v.page().locator("canvas").waitFor();
        v.tenir("referent-diagnostic").illustrer("referent-radar");
        v.presser("main a:has-text('Établir le diagnostic')");
        v.page().locator(".fjs-container").waitFor();
        v.page().getByLabel("Ce qui ressort, avec les mots de la personne").fill("La santé d'abord.");
        terminer(v);
    }

    private void contracter(Visite v, DossierVue dossier) {
        prendre(v, dossier, "Établir le contrat d'engagement");
        assertThat(v.texte()).contains("6 leviers vus sur 6");
        v.page().getByLabel("Objectifs").fill("Travailler de jour.\nParler français avec aisance.\nSe déplacer seule.");
        v.page()
                .getByLabel("Actions, de la personne et du référent")
                .fill(
                        "Suivre le cours de français.\nRefaire le CV.\nDemander la carte de bus.\nVisiter une entreprise.");
        assertThat(v.page()
                        .getByLabel("Pourquoi moins que la durée prévue par la loi ?")
                        .count())
                .isZero();
        v.page().locator("input[id*=Field_heures]").fill("10");
        v.page().keyboard().press("Tab");
        choisir(v, "exemption", "Santé");
        choisir(v, "duree", "6 mois");
        v.tenir("orientation-contrat").illustrer("referent-contrat", ".acte .carte");
        terminer(v);
        prendre(v, dossier, "Recueillir les signatures");
        v.page().getByLabel("Oui, par la personne et par son référent").check();
        v.tenir("orientation-signatures-a-dater");
        dater(v, "signePersonneLe", DEPART.plusDays(14));
        dater(v, "signeReferentLe", DEPART.plusDays(14));
        assertThat(v.page().locator("input[id*=Field_signePersonneLe]").inputValue())
                .isEqualTo("15/06/2026");
        v.page()
                .getByLabel("Pourquoi l'exemplaire signé n'est-il pas joint ?")
                .fill("Exemplaire papier gardé à l'antenne.");
        v.tenir("orientation-signatures");
        terminer(v);
        v.aller("/dossiers/" + dossier.numero());
        assertThat(v.texte()).contains("Signé par la personne le", "Prochain point");
    }

    private void sortir(Visite v, DossierVue dossier) {
        horloge.regler(DEPART.plusMonths(6).atTime(9, 0));
        v.aller("/accompagnements").tenir("accompagnements-plus-tard");
        prendre(v, dossier, "Faire le point");
        v.page().getByLabel("Bilan, avec les mots de la personne").fill("Un emploi de jour est trouvé.");
        v.page().getByLabel("Terminer l'accompagnement").check();
        choisir(v, "sortie", "Emploi durable");
        v.tenir("orientation-sortie");
        terminer(v);
        v.aller("/dossiers/" + dossier.numero());
        assertThat(v.texte()).contains("Terminé", "Emploi durable");
        v.tenir("orientation-terminee");
    }

    @Test
    void deux_referents_decident_a_la_fois_un_seul_l_emporte_et_l_autre_le_lit() {
        DossierVue dossier = ouvrir(Map.of("enfants", 0, "situationEmploi", "SANS_EMPLOI_ANCIEN"));
        Agent autre = monde.agent("ali.second", Role.ALI, "KLEBER");
        try (Visite premiere = visite(ali);
                Visite seconde = visite(autre)) {
            seconde.aller(jusqua(premiere, dossier));
            assertThat(seconde.texte()).contains(dossier.numero(), "à décider");
            premiere.bouton("Confirmer et passer à la suivante");
            premiere.page().getByText("Orientation confirmée").waitFor();
            seconde.bouton("Confirmer et passer à la suivante");
            seconde.page().locator("#messages .message").first().waitFor();
            assertThat(seconde.page().locator("#messages").innerText()).contains("déjà");
            seconde.tenir("confirmations-trop-tard");
        }
        assertThat(monde.bean(Orientations.class).histoire(dossier.personneId()))
                .hasSize(1);
    }

    @Test
    void le_referent_qui_part_transmet_et_lit_encore_ce_qu_il_a_suivi() {
        DossierVue dossier = ouvrir(Map.of("enfants", 0, "situationEmploi", "SANS_EMPLOI_ANCIEN"));
        Agent suivant = monde.agent("ali.suivant", Role.ALI, "KLEBER");
        horloge.regler(DEPART.plusDays(8).atTime(9, 0));
        suivre(dossier);
        try (Visite v = visite(suivant)) {
            prendre(v, dossier, "Confirmer l'orientation");
            choisir(v, "referent", suivant.nomComplet());
            dater(v, "date", DEPART.plusDays(21));
            v.page().getByLabel("Heure (par exemple 9h30)").fill("10h");
            v.page()
                    .getByLabel("Ce que le référent actuel transmet au suivant")
                    .fill("Elle préfère les rendez-vous du matin.");
            v.tenir("orientation-passation");
            terminer(v);
            v.aller("/dossiers/" + dossier.numero());
            assertThat(v.texte()).contains("Orientation passée", "Elle préfère les rendez-vous du matin.");
        }
        try (Visite v = visite(ali)) {
            v.aller("/accompagnements");
            assertThat(v.texte()).contains("Encore lisibles", "Lecture jusqu’au", dossier.numero());
            v.tenir("referent-passe");
        }
    }

    /** Address of the confirmation of a dossier: other journeys left some that are due the same day. */
    private static String jusqua(Visite v, DossierVue dossier) {
        for (int rang = 0; ; rang++) {
            String adresse = "/orientations/confirmations?rang=" + rang;
            v.aller(adresse);
            if (v.texte().contains(dossier.numero())) {
                return adresse;
            }
            assertThat(v.texte())
                    .as("toutes les orientations à confirmer sont vues")
                    .contains("Orientation " + (rang + 1) + " sur");
        }
    }

    private static void prendre(Visite v, DossierVue dossier, String etape) {
        v.aller("/dossiers/" + dossier.numero());
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
        try {
            v.page().waitForURL("**/corbeille**");
        } catch (TimeoutError e) {
            throw new AssertionError("L'étape n'est pas terminée : " + v.texte(), e);
        }
        monde.travailler();
    }

    private static void dater(Visite v, String champ, LocalDate jour) {
        v.page().locator("input[id*=Field_" + champ + "]").fill(jour.format(JOUR));
        v.page().keyboard().press("Tab");
    }

    /** The list of form-js is opened by its field, then an option is pressed. */
    private static void choisir(Visite v, String champ, String option) {
        // A list that the Tab key reached is open already: a click would close it
        Locator liste =
                v.page().locator(".fjs-dropdownlist-item").getByText(option).first();
        if (!liste.isVisible()) {
            v.page().locator("[id*=Field_" + champ + "]").first().click();
        }
        liste.click();
    }
}
