package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.CodesDuTelephone;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.SignalementsDePersonnes;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.navigateur.Navigateur;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The screens of what another desk signals, and of the second factor, as a person goes through them. */
@JalonIT
@TestPropertySource(properties = "jalon.second-facteur=true")
@DirtiesContext
class ConfianceIT {

    private static Navigateur navigateur;

    @LocalServerPort
    private int port;

    @Autowired
    private Monde monde;

    @Autowired
    private Horloge horloge;

    @Autowired
    private HorlogeReglable montre;

    @BeforeAll
    static void lancer() {
        navigateur = new Navigateur();
    }

    @AfterAll
    static void fermer() {
        navigateur.close();
    }

    @BeforeEach
    void regler() {
        montre.regler(EssaiConfiguration.DEPART);
    }

    private Visite visite(Agent agent) {
        return new Visite(navigateur, port, Navigateur.LARGE, agent);
    }

    @Test
    void un_deces_dit_ailleurs_se_confirme_puis_se_reprend_a_l_ecran() {
        monde.instructeur();
        DossierVue dossier = monde.demande();
        monde.travailler();
        String fiche = "/usagers/" + dossier.personneId();
        try (Visite v = visite(monde.agent(Role.ACCUEIL, "BLOSNE"))) {
            v.aller(fiche).tenir("personne-ailleurs");
            assertThat(v.texte())
                    .contains("Une autre antenne suit cette personne")
                    .doesNotContain(dossier.numero());
            v.presser("summary:has-text('Signaler un décès')");
            v.page().fill("#champ-deces-jour", "2026-05-20");
            v.page().fill("#champ-deces-dit", "Une voisine.");
            v.tenir("deces-ailleurs");
            v.bouton("Signaler le décès");
            v.page()
                    .getByText("Le décès est signalé à l’antenne qui suit la personne")
                    .waitFor();
        }
        try (Visite v = visite(monde.agent(Role.ACCUEIL, "KLEBER"))) {
            v.menu("Signalements").tenir("signalements");
            v.bouton("Confirmer le décès");
            v.refusAttendu(422).tenir("signalements-refuses");
            v.page().selectOption("[name^=preuve-]", "ACTE");
            v.page().fill("[name^=reference-]", "Rennes, acte n° 12");
            v.bouton("Confirmer le décès");
            v.page().getByText("Le décès est confirmé").waitFor();
            v.tenir("signalements-confirmes");
            v.aller(fiche).tenir("personne-deces");
            v.aller("/dossiers/" + dossier.numero()).tenir("dossier-retenu");
            v.aller("/signalements");
            v.presser("summary:has-text('C’est une erreur')");
            v.page().fill("[name^=motif-]", "La personne est au guichet");
            v.bouton("La personne est en vie");
            v.page().getByText("Les dossiers reprennent comme ils étaient").waitFor();
            v.tenir("signalements-vides");
        }
        assertThat(monde.bean(SignalementsDePersonnes.class).decesDe(dossier.personneId(), monde.instructeur()))
                .isEmpty();
    }

    @Test
    void le_second_facteur_se_met_en_place_puis_se_demande() {
        Agent pilote = monde.agent("pilote.facteur", Role.PILOTE, null);
        String cle;
        try (Visite v = visite(pilote)) {
            v.tenir("facteur-mise-en-place");
            cle = v.page().locator("#cle-du-facteur").innerText();
            v.page().fill("#code", "000000");
            v.bouton("Mettre en place");
            v.refusAttendu(422).tenir("facteur-refuse");
            v.page().fill("#code", CodesDuTelephone.code(cle, horloge.maintenant()));
            v.bouton("Mettre en place");
            v.page().locator("#codes-de-secours li").first().waitFor();
            assertThat(v.page().locator("#codes-de-secours li").count()).isEqualTo(10);
            v.tenir("facteur-codes");
            v.aller("/compte").tenir("compte-facteur");
        }
        montre.avancer(Duration.ofMinutes(2));
        try (Visite v = visite(pilote)) {
            v.tenir("facteur-code");
            v.page().fill("#code", CodesDuTelephone.code(cle, horloge.maintenant()));
            v.page().getByLabel("Ne plus demander de code").check();
            v.bouton("Continuer");
            v.page().waitForURL(url -> !url.contains("second-facteur"));
            v.aller("/compte").tenir("compte-appareil");
        }
        try (Visite v = visite(monde.agent(Role.ACCUEIL, "KLEBER"))) {
            v.aller("/compte").tenir("compte-sans-facteur");
        }
    }
}
