package fr.jalon.outils;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fr.jalon.essais.ModelesDuDepot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws each process model to {@code docs/processus/*.png} with bpmn-js, as the Modeler shows it, and writes the digest of
 * what was drawn beside the pictures: a model changed without its picture fails the build (ModelesTest). Run by
 * {@code bin/dessiner}.
 */
public final class DessinDesProcessus {

    public static final Path DOSSIER = Path.of("docs/processus");
    public static final Path EMPREINTES = DOSSIER.resolve("empreintes.txt");

    private static final Path VISIONNEUSE =
            Path.of("src/main/frontend/node_modules/bpmn-js/dist/bpmn-viewer.production.min.js");

    private DessinDesProcessus() {}

    public static void main(String[] args) throws IOException {
        Files.createDirectories(DOSSIER);
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser navigateur = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            List<String> lignes = new ArrayList<>();
            for (Map.Entry<String, Path> modele : modeles().entrySet()) {
                dessiner(navigateur, modele.getKey(), modele.getValue());
                lignes.add(empreinte(modele.getValue()) + "  " + modele.getKey());
            }
            Files.write(EMPREINTES, lignes);
        }
    }

    /** Model files by process id. */
    public static Map<String, Path> modeles() {
        Map<String, Path> modeles = new TreeMap<>();
        ModelesDuDepot.sous(ModelesDuDepot.PROCESSUS)
                .forEach(f -> modeles.put(f.getFileName().toString().replace(".bpmn", ""), f));
        return modeles;
    }

    /** SHA-256 of a model, line ends made equal. */
    public static String empreinte(Path modele) throws IOException {
        try {
            byte[] texte = Files.readString(modele).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(texte));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void dessiner(Browser navigateur, String nom, Path modele) throws IOException {
        try (Page page = navigateur.newPage()) {
            page.setViewportSize(3200, 1800);
            page.setContent(
                    "<body style='margin:0;background:#fff'><div id='dessin' style='width:3200px;height:1800px'>");
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(Files.readString(VISIONNEUSE)));
            Object avertissements = page.evaluate("""
                    async xml => {
                      const vue = new BpmnJS({ container: '#dessin' });
                      const { warnings } = await vue.importXML(xml);
                      const toile = vue.get('canvas');
                      const boite = toile.viewbox().inner;
                      const marge = 30;
                      document.querySelector('#dessin').style.width = boite.width + 2 * marge + 'px';
                      document.querySelector('#dessin').style.height = boite.height + 2 * marge + 40 + 'px';
                      toile.resized();
                      toile.viewbox({ x: boite.x - marge, y: boite.y - marge, width: boite.width + 2 * marge,
                        height: boite.height + 2 * marge + 40 });
                      return warnings.map(w => w.message);
                    }
                    """, Files.readString(modele));
            if (avertissements instanceof List<?> liste && !liste.isEmpty()) {
                throw new IllegalStateException(nom + " s'ouvre avec des avertissements : " + liste);
            }
            page.locator("#dessin").screenshot(new Locator.ScreenshotOptions().setPath(DOSSIER.resolve(nom + ".png")));
        }
    }
}
