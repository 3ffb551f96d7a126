package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.agent.Agent;
import fr.jalon.essais.Monde;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import java.util.List;

/** Somebody in front of the screen, logged in as a person does. */
public final class Visite implements AutoCloseable {

    private final Ecran ecran;
    private final String base;

    public Visite(Navigateur navigateur, int port, int largeur, Agent agent) {
        this.ecran = navigateur.ecran(largeur, false);
        this.base = "http://127.0.0.1:" + port;
        ecran.aller(base + "/connexion");
        page().fill("#identifiant", agent.identifiant());
        page().fill("#motDePasse", Monde.MOT_DE_PASSE);
        bouton("Se connecter");
        page().waitForURL(url -> !url.contains("/connexion"));
    }

    public Page page() {
        return ecran.page();
    }

    public Ecran ecran() {
        return ecran;
    }

    public Visite aller(String chemin) {
        ecran.aller(base + chemin);
        return this;
    }

    /** Presses the button of these exact words, the first when a list has several. */
    public Visite bouton(String mots) {
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(mots))
                .first()
                .click();
        return chargee();
    }

    /** Presses what a selector names, and waits for the page it leads to. */
    public Visite presser(String selecteur) {
        page().locator(selecteur).first().click();
        return chargee();
    }

    /** A click waits for the answer to begin; what is counted next must be wholly there. */
    private Visite chargee() {
        page().waitForLoadState();
        return this;
    }

    /** The checks that no screen escapes, and its picture. */
    public Visite tenir(String nom) {
        page().evaluate("document.fonts.ready.then(() => true)");
        ecran.capturer(nom).verifierTout();
        return this;
    }

    /** The browser says in its console that the server refused: this very status, and nothing else. */
    public Visite refusAttendu(int statut) {
        page().locator(".erreur-champ, .resume-erreurs, .fjs-form-field-error")
                .first()
                .waitFor();
        List<String> dites = ecran.plaintesEtOubli();
        assertThat(dites).isNotEmpty().allMatch(d -> d.contains("status of " + statut));
        return this;
    }

    public String texte() {
        return page().locator("main").innerText();
    }

    @Override
    public void close() {
        ecran.close();
    }
}
