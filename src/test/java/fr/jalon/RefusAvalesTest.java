package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A refusal of ours that leaves a {@code @Transactional} method marks the transaction of its caller rollback-only: who catches it and goes
 * on loses everything at the commit, with a 500. So a feature either asks first (an Optional), or throws again. The screens, the API and
 * the imports, which are outside any transaction when they catch, are not concerned.
 */
class RefusAvalesTest {

    private static final Path SOURCES = Path.of("src/main/java/fr/jalon");
    private static final List<String> HORS_TRANSACTION = List.of("web", "importation", "demonstration");
    /** They do many acts, each in a transaction of its own, and catch what one of them was refused once it is undone. */
    private static final List<String> OUVRIERS =
            List.of("corbeille/GesteSurUneTache.java", "jury/CourriersDeSeance.java");

    private static final Pattern REFUS = Pattern.compile("catch"
            + " \\([^)]*\\b(Introuvable|SaisieInvalide|Conflit|Interdit|DossierDejaOuvert|ResultatPerime)\\b[^)]*\\)"
            + " \\{");

    /** Gathers the faults of several checks and throws them together, a few lines below. */
    private static final Pattern RASSEMBLE = Pattern.compile("erreurs\\.addAll\\(e\\.erreurs\\(\\)\\);");

    @Test
    void un_refus_attrape_dans_une_transaction_est_releve_ou_n_est_pas_attrape() throws IOException {
        List<String> avales = new ArrayList<>();
        int vus = 0;
        for (Path source : sources()) {
            String texte = Files.readString(source);
            Matcher trouve = REFUS.matcher(texte);
            while (trouve.find()) {
                vus++;
                String corps = bloc(texte, trouve.end());
                if (!corps.contains("throw ") && !RASSEMBLE.matcher(corps).find()) {
                    avales.add(SOURCES.relativize(source) + " : " + trouve.group());
                }
            }
        }
        assertThat(vus).as("la règle lit bien les sources").isGreaterThan(3);
        assertThat(avales).isEmpty();
    }

    @Test
    void la_regle_voit_un_refus_avale() {
        String avale = "try { x(); } catch (Introuvable e) {\n return null;\n }";
        Matcher trouve = REFUS.matcher(avale);
        assertThat(trouve.find()).isTrue();
        assertThat(bloc(avale, trouve.end())).isEqualTo("\n return null;\n ");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> fichiers = Files.walk(SOURCES)) {
            return fichiers.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !HORS_TRANSACTION.contains(
                            SOURCES.relativize(f).getName(0).toString()))
                    .filter(f -> !OUVRIERS.contains(SOURCES.relativize(f).toString()))
                    .toList();
        }
    }

    /** What stands between a brace that was just opened and the one that closes it. */
    private static String bloc(String texte, int debut) {
        int ouvertes = 1;
        int fin = debut;
        while (ouvertes > 0) {
            char c = texte.charAt(fin++);
            ouvertes += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return texte.substring(debut, fin - 1);
    }
}
