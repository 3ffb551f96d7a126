package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guides lead somewhere: every link and picture exists, every picture is light and used, no word of the engine. */
class GuidesTest {

    private static final Path GUIDES = Path.of("docs/guide");
    private static final Path IMAGES = GUIDES.resolve("images");
    private static final long POIDS = 250_000;
    private static final Pattern LIEN = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final Pattern MOTS_DU_MOTEUR =
            Pattern.compile("(?i)\\b(camunda|bpmn|dmn|user ?task|job|delegate|process instance)\\b");

    @Test
    void chaque_lien_et_chaque_image_des_guides_existe() throws IOException {
        List<String> perdus = new ArrayList<>();
        List<Path> pages = new ArrayList<>(pages());
        pages.add(Path.of("README.md"));
        for (Path page : pages) {
            Matcher lien = LIEN.matcher(Files.readString(page));
            while (lien.find()) {
                Path base = page.toAbsolutePath().getParent();
                if (!lien.group(1).contains("://") && !Files.exists(base.resolve(lien.group(1)))) {
                    perdus.add(page + " : " + lien.group(1));
                }
            }
        }
        assertThat(perdus).isEmpty();
    }

    @Test
    void chaque_image_sert_et_pese_moins_de_250_ko() throws IOException {
        Set<String> nommees = new TreeSet<>();
        for (Path page : pages()) {
            Matcher image = Pattern.compile("images/([a-z0-9-]+\\.png)").matcher(Files.readString(page));
            while (image.find()) {
                nommees.add(image.group(1));
            }
        }
        try (Stream<Path> fichiers = Files.list(IMAGES)) {
            List<Path> images = fichiers.toList();
            assertThat(images).extracting(i -> i.getFileName().toString()).containsExactlyInAnyOrderElementsOf(nommees);
            for (Path image : images) {
                assertThat(Files.size(image)).as(image.toString()).isLessThan(POIDS);
            }
        }
    }

    @Test
    void un_guide_parle_les_mots_du_metier() throws IOException {
        for (Path page : pages()) {
            assertThat(Files.readString(page)).as(page.toString()).doesNotContainPattern(MOTS_DU_MOTEUR);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> fichiers = Files.list(GUIDES)) {
            List<Path> pages =
                    fichiers.filter(f -> f.toString().endsWith(".md")).toList();
            assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
            return pages;
        }
    }
}
