package fr.jalon.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One page of the browser, with what every screen must hold: accessible, silent console, no policy violation, no sideways scroll. */
public final class Ecran implements AutoCloseable {

    private static final String ECOUTE = """
            document.addEventListener('securitypolicyviolation', (e) => console.error(
              'Content-Security-Policy : ' + e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber + ' ' + e.sample));
            """;
    private static final List<String> NIVEAUX = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private final BrowserContext contexte;
    private final Page page;
    private final List<String> plaintes = new CopyOnWriteArrayList<>();

    Ecran(BrowserContext contexte) {
        this.contexte = contexte;
        contexte.addInitScript(ECOUTE);
        page = contexte.newPage();
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) || "warning".equals(message.type())) {
                plaintes.add(message.type() + " : " + message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(erreur -> plaintes.add("erreur : " + erreur));
    }

    /** The page itself, for the gestures of a journey. */
    public Page page() {
        return page;
    }

    /** Opens an address and waits until its sheets, scripts and fonts are there. */
    public Ecran aller(String adresse) {
        page.navigate(adresse);
        page.evaluate("document.fonts.ready.then(() => true)");
        return this;
    }

    /** No fault of WCAG 2.1 A and AA for axe. */
    public Ecran verifierAccessibilite() {
        // In the page itself: none of ours has a frame, and a second page for each analysis takes longer than the
        // analysis.
        List<Rule> fautes = new AxeBuilder(page)
                .withTags(NIVEAUX)
                .setLegacyMode(true)
                .analyze()
                .getViolations();

        assertThat(fautes.stream().map(Ecran::dire).toList())
                .as("fautes d'accessibilité de %s", page.url())
                .isEmpty();
        return this;
    }

    /** Nothing in the console: neither error, nor warning, nor violation of the Content-Security-Policy. */
    public Ecran verifierConsole() {
        assertThat(plaintes).as("console de %s", page.url()).isEmpty();
        return this;
    }

    /** What the console said since the last call, for a test that expects a refusal. */
    public List<String> plaintesEtOubli() {
        List<String> dites = List.copyOf(plaintes);
        plaintes.clear();
        return dites;
    }

    /** The page does not scroll sideways, and no text is cut by its box. */
    public Ecran verifierLargeur() {
        int trop = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(trop).as("pixels de trop en largeur sur %s", page.url()).isLessThanOrEqualTo(0);
        Object coupes = page.evaluate("""
                () => [...document.querySelectorAll('body *')].filter((e) => {
                  if (e.closest('svg, input, textarea, select, .djs-container, .invisible-mais-lu, thead, progress')) return false;
                  const style = getComputedStyle(e);
                  return /hidden|clip/.test(style.overflowX) && e.checkVisibility() && e.textContent.trim() && e.scrollWidth > e.clientWidth + 1;
                }).map((e) => e.outerHTML.slice(0, 160))
                """);
        assertThat(coupes).as("textes coupés sur %s", page.url()).isEqualTo(List.of());
        return this;
    }

    /** No text under 16 px, outside what a drawing library writes on its own canvas. */
    @SuppressWarnings("unchecked")
    public Ecran verifierTailleDesTextes() {
        List<String> petits = (List<String>) page.evaluate("""
                () => {
                  const petits = [];
                  const marche = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (marche.nextNode()) {
                    const e = marche.currentNode.parentElement;
                    if (!marche.currentNode.textContent.trim() || e.closest('.djs-container, script, template, noscript, .invisible-mais-lu')) continue;
                    if (parseFloat(getComputedStyle(e).fontSize) < 16 && e.checkVisibility()) petits.push(e.outerHTML.slice(0, 120));
                  }
                  return petits;
                }
                """);
        assertThat(petits).as("textes de moins de 16 px sur %s", page.url()).isEmpty();
        return this;
    }

    /** The four checks that no screen escapes. */
    public Ecran verifierTout() {
        return verifierAccessibilite()
                .verifierLargeur()
                .verifierTailleDesTextes()
                .verifierConsole();
    }

    /** Writes target/captures/NAME.png, the whole page. */
    public Ecran capturer(String nom) {
        // What is sticky stays at the top of the picture, as it is on arriving.
        page.evaluate("window.scrollTo(0, 0)");
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "captures", nom + ".png")));
        return this;
    }

    @Override
    public void close() {
        contexte.close();
    }

    private static String dire(Rule faute) {
        return faute.getId() + " (" + faute.getImpact() + ") : " + faute.getHelp() + "\n"
                + faute.getNodes().stream()
                        .map(noeud -> "  " + noeud.getHtml() + "\n    " + noeud.getFailureSummary())
                        .reduce("", (a, b) -> a + b + "\n");
    }
}
