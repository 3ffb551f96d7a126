package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.orientation.DemandesOrientation;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A référent: gathers the situation, reads the proposal and its reasons, decides, meets the person, signs the contract. */
@JalonIT
class ReferentIT {

    private static Navigateur navigateur;

    @LocalServerPort
    private int port;

    @Autowired
    private Monde monde;

    @BeforeAll
    static void lancer() {
        navigateur = new Navigateur();
    }

    @AfterAll
    static void fermer() {
        navigateur.close();
    }

    @Test
    void oriente_une_personne_de_la_situation_au_contrat() {
        Agent ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
        DossierVue dossier = monde.bean(DemandesOrientation.class)
                .ouvrir(
                        monde.personne().id(),
                        null,
                        Canal.GUICHET,
                        EssaiConfiguration.DEPART.toLocalDate(),
                        Map.of("enfants", 1, "parentIsole", true),
                        ali);
        monde.travailler();
        try (Visite v = new Visite(navigateur, port, Navigateur.LARGE, ali)) {
            v.aller("/corbeille").tenir("corbeille-referent");
            prendre(v, dossier, "Recueillir la situation");
            choisir(v, "situationEmploi", "Elle n'a pas travaillé depuis deux ans ou plus");
            v.page().getByLabel("Chercher sa voie").check();
            v.tenir("orientation-situation");
            v.bouton("Terminer l’étape");
            v.page().waitForURL("**/corbeille**");
            monde.travailler();
            prendre(v, dossier, "Confirmer l'orientation");
            assertThat(v.texte())
                    .contains(
                            "Parcours socio-professionnel",
                            "Vous n'avez pas travaillé depuis deux ans ou plus.",
                            "À confirmer");
            v.bouton("Terminer l’étape");
            v.page().locator(".resume-erreurs").waitFor();
            v.tenir("orientation-refusee");
            choisir(v, "referent", ali.nomComplet());
            v.page()
                    .locator("input[id*=Field_date]")
                    .fill(EssaiConfiguration.DEPART
                            .toLocalDate()
                            .plusDays(9)
                            .format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
            v.page().keyboard().press("Tab");
            v.page().getByLabel("Heure (par exemple 9h30)").fill("9h30");
            v.tenir("orientation-confirmer");
            v.bouton("Terminer l’étape");
            v.page().waitForURL("**/corbeille**");
            monde.travailler();
            v.aller("/dossiers/" + dossier.numero());
            assertThat(v.texte()).contains("Orientation décidée", "Votre accompagnement commence");
            v.tenir("orientation-dossier");
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

    /** The list of form-js is opened by its field, then an option is pressed. */
    private static void choisir(Visite v, String champ, String option) {
        v.page().locator("[id*=Field_" + champ + "]").first().click();
        v.page().locator(".fjs-dropdownlist-item").getByText(option).first().click();
    }
}
