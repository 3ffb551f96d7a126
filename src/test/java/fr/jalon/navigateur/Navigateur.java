package fr.jalon.navigateur;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Chromium for the browser tests: the system's own, never a downloaded one. Set the system property or the variable
 * {@code JALON_CHROMIUM} when it lies elsewhere. One per test class; each {@link Ecran} is a fresh profile.
 */
public final class Navigateur implements AutoCloseable {

    /** Widths that every screen must hold: a common desk, and 1280 px at 400 % zoom (WCAG 1.4.10). */
    public static final int LARGE = 1280;

    public static final int ETROIT = 320;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--lang=fr-FR");

    private final Playwright playwright;
    private final Browser chromium;

    public Navigateur() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(ARGUMENTS));
    }

    /** A light screen 1280 px wide. */
    public Ecran ecran() {
        return ecran(LARGE, false);
    }

    /** A new profile, without cookies nor storage, at the given width and theme of the system. */
    public Ecran ecran(int largeur, boolean sombre) {
        BrowserContext contexte = chromium.newContext(new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setViewportSize(largeur, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(sombre ? ColorScheme.DARK : ColorScheme.LIGHT));
        return new Ecran(contexte);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path executable() {
        String choix = System.getProperty("JALON_CHROMIUM", System.getenv("JALON_CHROMIUM"));
        return Stream.of(choix, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(chemin -> chemin != null && Files.isExecutable(Path.of(chemin)))
                .map(Path::of)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Chromium est introuvable : installez le paquet chromium, ou indiquez son chemin dans JALON_CHROMIUM"));
    }
}
