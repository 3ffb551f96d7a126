package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.agent.Agent;
import fr.jalon.essais.Monde;
import fr.jalon.navigateur.Ecran;
import fr.jalon.navigateur.Navigateur;
import java.nio.file.Path;
import java.util.List;

/** Somebody in front of the screen, logged in as a person does. */
public final class Visite implements AutoCloseable {

    private final Ecran ecran;
    private final String base;

    public Visite(Navigateur navigateur, int port, int largeur, Agent agent) {
        this(navigateur, port, largeur, agent.identifiant(), Monde.MOT_DE_PASSE);
    }

    public Visite(Navigateur navigateur, int port, int largeur, String identifiant, String motDePasse) {
        this.ecran = navigateur.ecran(largeur, false);
        this.base = "http://127.0.0.1:" + port;
        ecran.aller(base + "/connexion");
        page().fill("#identifiant", identifiant);
        page().fill("#motDePasse", motDePasse);
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
    public Visite chargee() {
        page().waitForLoadState();
        return this;
    }

    /** Opens an entry of the menu, as one does to go from one work to another. */
    public Visite menu(String mots) {
        return presser(".rail nav a:has-text('" + mots + "')");
    }

    /** Looks for a person or a dossier from the bar that is on every page. */
    public Visite chercher(String mots) {
        page().fill("[name=recherche]", mots);
        return bouton("Chercher");
    }

    /** What the window shows now, for the guides of docs/guide (bin/captures). */
    public Visite illustrer(String nom) {
        page().evaluate("document.fonts.ready.then(() => true)");
        page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "captures", "guide", nom + ".png")));
        return this;
    }

    /** One part of the page, for the guides. */
    public Visite illustrer(String nom, String selecteur) {
        page().locator(selecteur)
                .first()
                .screenshot(
                        new Locator.ScreenshotOptions().setPath(Path.of("target", "captures", "guide", nom + ".png")));
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

    /** The words of the page, with ordinary spaces. */
    public String texte() {
        return page().locator("main").innerText().replace('\u00a0', ' ');
    }

    @Override
    public void close() {
        ecran.close();
    }
}
