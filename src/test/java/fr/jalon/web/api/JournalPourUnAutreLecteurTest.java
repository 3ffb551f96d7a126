package fr.jalon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.budget.LigneVue;
import fr.jalon.budget.OperationsAuHasard;
import fr.jalon.commun.Centimes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One journal of 100 000 operations with 500 balances asserted, for readers that know nothing of Jalon. */
class JournalPourUnAutreLecteurTest {

    private static final int OPERATIONS = 100_000;
    private static final int ASSERTIONS = 500;
    private static final LocalDate DEBUT = LocalDate.of(2024, 1, 1);
    private static final Pattern MOUVEMENT = Pattern.compile("  (\\S+)  (-?\\d+\\.\\d{2}) EUR");

    private static final OperationsAuHasard LIVRE = new OperationsAuHasard();

    @TempDir
    static Path dossier;

    private static Path fichier;

    /** Two hundred operations a day, then the balance of an account at the beginning of the next day. */
    @BeforeAll
    static void ecrire() throws IOException {
        fichier = dossier.resolve("journal.beancount");
        Random hasard = new Random(7);
        List<String> comptes = LIVRE.comptes();
        JournalEnBeancount format = new JournalEnBeancount(DEBUT, comptes);
        StringBuilder affirmations = new StringBuilder();
        try (BufferedWriter sortie = Files.newBufferedWriter(fichier)) {
            sortie.write(format.debut());
            for (int i = 0; i < OPERATIONS; i++) {
                LocalDate jour = DEBUT.plusDays(i / (OPERATIONS / ASSERTIONS));
                for (LigneVue ligne : LIVRE.suivante(jour)) {
                    sortie.write(format.ligne(ligne));
                }
                if ((i + 1) % (OPERATIONS / ASSERTIONS) == 0) {
                    String compte = comptes.get(hasard.nextInt(comptes.size()));
                    affirmations.append("%s balance %s  %s EUR%n"
                            .formatted(jour.plusDays(1), compte, Centimes.enEuros(LIVRE.solde(compte))));
                }
            }
            sortie.write(format.fin());
            sortie.write(affirmations.toString());
        }
    }

    @Test
    void une_simple_somme_retrouve_chaque_solde_et_zero() throws IOException {
        Map<String, BigDecimal> sommes = new TreeMap<>();
        try (Stream<String> lignes = Files.lines(fichier)) {
            lignes.map(MOUVEMENT::matcher)
                    .filter(m -> m.matches())
                    .forEach(m -> sommes.merge(m.group(1), new BigDecimal(m.group(2)), BigDecimal::add));
        }
        for (String compte : LIVRE.comptes()) {
            assertThat(sommes.getOrDefault(compte, BigDecimal.ZERO))
                    .as(compte)
                    .isEqualByComparingTo(Centimes.enEuros(LIVRE.solde(compte)));
        }
        assertThat(sommes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
        try (Stream<String> lignes = Files.lines(fichier)) {
            assertThat(lignes.filter(l -> l.contains(" ^")).count()).isEqualTo(OPERATIONS);
        }
    }

    /** The check reads the 500 assertions; the query sums each account by itself. */
    @Test
    void beancount_accepte_le_journal_et_trouve_les_memes_soldes() throws Exception {
        Path bin = Path.of("/usr/bin");
        Assumptions.assumeTrue(
                Files.isExecutable(bin.resolve("bean-check")) && Files.isExecutable(bin.resolve("bean-query")),
                "beancount n'est pas installé");
        assertThat(lancer(bin.resolve("bean-check").toString(), fichier.toString()))
                .isEmpty();
        String soldes = lancer(
                bin.resolve("bean-query").toString(),
                "-f",
                "csv",
                fichier.toString(),
                "select account, sum(number) as somme group by account order by account");
        Map<String, BigDecimal> lus = new TreeMap<>();
        soldes.lines()
                .skip(1)
                .map(l -> l.split(","))
                .filter(c -> c.length == 2)
                .forEach(c -> lus.put(c[0].strip(), new BigDecimal(c[1].strip())));
        for (String compte : LIVRE.comptes()) {
            assertThat(lus.getOrDefault(compte, BigDecimal.ZERO))
                    .as(compte + "\n" + soldes)
                    .isEqualByComparingTo(Centimes.enEuros(LIVRE.solde(compte)));
        }
    }

    private static String lancer(String... commande) throws IOException, InterruptedException {
        Process lecteur = new ProcessBuilder(commande).redirectErrorStream(true).start();
        String dit = new String(lecteur.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(lecteur.waitFor()).as(dit).isZero();
        return dit;
    }
}
