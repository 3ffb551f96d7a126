package fr.jalon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.budget.Enveloppes;
import fr.jalon.budget.Financeur;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** The budget through the public API, over the network. */
@JalonIT
@AutoConfigureTestRestTemplate
class BudgetApiIT {

    private static final AtomicInteger SUIVANTE = new AtomicInteger();
    private static final Path BEAN_CHECK = Path.of("/usr/bin/bean-check");

    @Autowired
    private Monde monde;

    @Autowired
    private Enveloppes enveloppes;

    @Autowired
    private TestRestTemplate http;

    private Agent dispositifs;
    private String id;

    @BeforeEach
    void enveloppe() {
        dispositifs = monde.agent("dispositifs.budget", Role.RESPONSABLE_DISPOSITIFS, null);
        id = "Api" + SUIVANTE.incrementAndGet() + "-2026";
        enveloppes.ouvrir(
                id,
                "Enveloppe d'essai",
                2026,
                List.of(new Financeur("Departement", "Département", 8900), new Financeur("CCAS", "CCAS", 1100)));
        enveloppes.doter(id, "budget:" + id, 10_000, LocalDate.of(2026, 1, 1), "Budget \"primitif\"", "essai");
    }

    @Test
    void reserve_engage_et_relit_les_chiffres() {
        ResponseEntity<JsonNode> reservee = reserver("{\"montant\": 60.10, \"dossier\": null}", "cle-" + id);
        assertThat(reservee.getStatusCode().value()).isEqualTo(201);
        String reservation = reservee.getBody().path("id").asString();
        assertThat(reserver("{\"montant\": 60.10, \"dossier\": null}", "cle-" + id)
                        .getBody()
                        .path("id")
                        .asString())
                .isEqualTo(reservation);
        ResponseEntity<JsonNode> trop = reserver("{\"montant\": 40}", null);
        assertThat(trop.getStatusCode().value()).isEqualTo(409);
        assertThat(trop.getBody().path("detail").asString()).contains("disponible : 39.90");

        String resolue = "/reservations/" + reservation;
        ResponseEntity<JsonNode> engagee = poster(resolue + "/engagement", "{\"montant\": 50}", null);
        assertThat(engagee.getBody().path("numeroEngagement").asString()).startsWith("E2026-");
        assertThat(poster(resolue + "/annulation", null, null).getStatusCode().value())
                .isEqualTo(409);
        JsonNode soldes =
                lire("/enveloppes/" + id + "/soldes?au=2026-12-31", dispositifs).getBody();
        assertThat(soldes.path("vote").decimalValue()).isEqualByComparingTo("100");
        assertThat(soldes.path("reserve").decimalValue()).isEqualByComparingTo("0");
        assertThat(soldes.path("engage").decimalValue()).isEqualByComparingTo("50");
        assertThat(soldes.path("libre").decimalValue()).isEqualByComparingTo("50");
        assertThat(soldes.path("financeurs").path(0).path("part").decimalValue())
                .isEqualByComparingTo("89");
        assertThat(lire("/enveloppes/" + id + "/soldes?connuLe=2026-05-31", dispositifs)
                        .getBody()
                        .path("vote")
                        .decimalValue())
                .isEqualByComparingTo("0");
        assertThat(lire("/enveloppes?taille=200", dispositifs).getBody().toString())
                .contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.005", "1e308", "-1e308", "null", "\"12\"", "1e-400"})
    void un_montant_absurde_est_une_saisie_a_corriger(String montant) {
        ResponseEntity<JsonNode> refus = reserver("{\"montant\": " + montant + "}", null);
        assertThat(refus.getStatusCode().value())
                .as(String.valueOf(refus.getBody()))
                .isEqualTo(422);
        assertThat(refus.getBody().path("erreurs").path(0).path("champ").asString())
                .isEqualTo("montant");
    }

    @Test
    void ce_qui_n_existe_pas_et_ce_qui_est_mal_ecrit() {
        assertThat(statut("/enveloppes/Rien/reservations", "{\"montant\": 0}")).isEqualTo(404);
        assertThat(statut("/enveloppes/Rien/reservations", "{")).isEqualTo(404);
        assertThat(statut("/reservations/rien/engagement", "{}")).isEqualTo(404);
        assertThat(statut("/reservations/00000000-0000-0000-0000-000000000000/engagement", "{\"montant\": 0}"))
                .isEqualTo(404);
        assertThat(statut("/enveloppes/" + id + "/reservations", "{\"montant\": 1, \"expireLe\": \"2026-01-01\"}"))
                .isEqualTo(422);
        for (String faux : List.of(
                "/enveloppes?exercice=x",
                "/enveloppes?taille=201",
                "/enveloppes/" + id + "/soldes?au=hier",
                "/enveloppes/" + id + "/soldes?connuLe=hier",
                "/journal?format=xml",
                "/journal?taille=0",
                "/journal?du=2026-02-01&au=2026-01-01")) {
            assertThat(lire(faux, dispositifs).getStatusCode().value()).as(faux).isEqualTo(422);
        }
    }

    @Test
    void chacun_son_role() {
        for (Role role : List.of(Role.FINANCES, Role.MANAGER)) {
            Agent lecteur = monde.agent("lecteur." + role.name().toLowerCase(java.util.Locale.ROOT), role, null);
            assertThat(lire("/enveloppes", lecteur).getStatusCode().value()).isEqualTo(200);
            assertThat(appeler(
                                    HttpMethod.POST,
                                    "/enveloppes/" + id + "/reservations",
                                    "{\"montant\": 1}",
                                    null,
                                    lecteur)
                            .getStatusCode()
                            .value())
                    .isEqualTo(403);
        }
        assertThat(lire("/journal", monde.instructeur()).getStatusCode().value())
                .isEqualTo(403);
    }

    @Test
    void cinquante_a_la_fois_ont_201_ou_409_et_rien_d_autre() throws Exception {
        ExecutorService ensemble = Executors.newFixedThreadPool(50);
        int acceptees = 0;
        try {
            List<Callable<Integer>> appels = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String cle = "ensemble-" + id + "-" + i;
                appels.add(() ->
                        reserver("{\"montant\": 3.03}", cle).getStatusCode().value());
            }
            for (Future<Integer> appel : ensemble.invokeAll(appels)) {
                assertThat(appel.get()).isIn(201, 409);
                acceptees += appel.get() == 201 ? 1 : 0;
            }
        } finally {
            ensemble.shutdownNow();
        }
        assertThat(acceptees).isEqualTo(33);
    }

    @Test
    void le_journal_s_equilibre_pour_un_autre_lecteur(@TempDir Path dossier) throws Exception {
        reserver("{\"montant\": 0.01, \"dossier\": \"A\\\"B\"}", null);
        String texte = texte("/journal?format=beancount");
        Map<String, BigDecimal> comptes = sommes(texte);
        for (String chiffre : List.of("Vote", "Reserve", "Libre")) {
            BigDecimal somme = comptes.getOrDefault("Equity:" + id + ":Departement:" + chiffre, BigDecimal.ZERO)
                    .add(comptes.getOrDefault("Equity:" + id + ":CCAS:" + chiffre, BigDecimal.ZERO));
            assertThat(somme)
                    .isEqualByComparingTo(lire("/enveloppes/" + id + "/soldes", dispositifs)
                            .getBody()
                            .path(chiffre.toLowerCase(java.util.Locale.ROOT))
                            .decimalValue());
        }
        assertThat(comptes.get("Equity:" + id + ":Departement:Reserve")).isEqualByComparingTo("0.01");
        assertThat(comptes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
        String csv = texte("/journal?format=csv");
        assertThat(csv.lines()
                        .skip(1)
                        .map(l -> new BigDecimal(l.substring(l.lastIndexOf(';') + 1)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
        JsonNode page = lire("/journal?page=1&taille=2", dispositifs).getBody();
        assertThat(page.path("total").asLong()).isEqualTo(csv.lines().count() - 1);
        assertThat(page.path("elements").size()).isEqualTo(2);
        assertThat(page.path("page").asInt()).isEqualTo(1);
        assertThat(page.path("elements").path(0).path("compte").asString())
                .isEqualTo(csv.lines().skip(3).findFirst().orElseThrow().split(";")[7]);
        verifier(Files.writeString(dossier.resolve("journal.beancount"), texte));
    }

    /** The independent program, where it is installed. */
    private static void verifier(Path fichier) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(BEAN_CHECK), "bean-check n'est pas installé");
        Process lecteur = new ProcessBuilder(BEAN_CHECK.toString(), fichier.toString())
                .redirectErrorStream(true)
                .start();
        String dit = new String(lecteur.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(lecteur.waitFor()).as(dit).isZero();
    }

    private static Map<String, BigDecimal> sommes(String beancount) {
        Map<String, BigDecimal> sommes = new TreeMap<>();
        beancount.lines().filter(l -> l.startsWith("  ")).forEach(l -> {
            String[] mots = l.strip().split(" +");
            sommes.merge(mots[0], new BigDecimal(mots[1]), BigDecimal::add);
        });
        return sommes;
    }

    private String texte(String chemin) {
        return http.withBasicAuth(dispositifs.identifiant(), Monde.MOT_DE_PASSE)
                .getForObject("/api/v1/budget" + chemin, String.class);
    }

    private int statut(String chemin, String corps) {
        return poster(chemin, corps, null).getStatusCode().value();
    }

    private ResponseEntity<JsonNode> reserver(String corps, String cle) {
        return poster("/enveloppes/" + id + "/reservations", corps, cle);
    }

    private ResponseEntity<JsonNode> poster(String chemin, String corps, String cle) {
        return appeler(HttpMethod.POST, chemin, corps, cle, dispositifs);
    }

    private ResponseEntity<JsonNode> lire(String chemin, Agent qui) {
        return appeler(HttpMethod.GET, chemin, null, null, qui);
    }

    private ResponseEntity<JsonNode> appeler(HttpMethod methode, String chemin, String corps, String cle, Agent qui) {
        HttpHeaders entetes = new HttpHeaders();
        if (corps != null) {
            entetes.setContentType(MediaType.APPLICATION_JSON);
        }
        if (cle != null) {
            entetes.set("Idempotency-Key", cle);
        }
        return http.withBasicAuth(qui.identifiant(), Monde.MOT_DE_PASSE)
                .exchange("/api/v1/budget" + chemin, methode, new HttpEntity<>(corps, entetes), JsonNode.class);
    }
}
