package fr.jalon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Role;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** The import through the public API, over the network. */
@JalonIT
@AutoConfigureTestRestTemplate
class ImportsApiIT {

    private static final AtomicInteger SUIVANT = new AtomicInteger();

    @Autowired
    private Monde monde;

    @Autowired
    private TestRestTemplate http;

    private String instructeur;

    @BeforeEach
    void agents() {
        instructeur = monde.instructeur().identifiant();
    }

    @Test
    void une_simulation_dit_le_statut_de_chaque_ligne_et_n_ecrit_rien() {
        ResponseEntity<JsonNode> simulee = deposer("demandes-rsa?simulation=true", fichier("Q1", "Q99"), instructeur);

        assertThat(simulee.getStatusCode().value()).isEqualTo(201);
        JsonNode vue = simulee.getBody();
        assertThat(vue.path("simulation").asBoolean()).isTrue();
        assertThat(vue.path("etat").asString()).isEqualTo("SIMULE");
        assertThat(vue.path("comptes").path("aCreer").asInt()).isEqualTo(1);
        assertThat(vue.path("comptes").path("enErreur").asInt()).isEqualTo(1);
        assertThat(vue.path("comptes").path("ecrites").asInt()).isZero();
        JsonNode lue = lire(vue.path("id").asString(), "", instructeur).getBody();
        assertThat(lue.path("total").asInt()).isEqualTo(2);
        assertThat(lue.path("avancement").path("fait").asInt()).isEqualTo(2);
        assertThat(lue.path("elements").path(0).path("libelle").asString()).isEqualTo("à créer");
        assertThat(lue.path("elements").path(1).path("libelle").asString()).isEqualTo("en erreur");
        assertThat(lue.path("elements")
                        .path(1)
                        .path("messages")
                        .path(0)
                        .path("champ")
                        .asString())
                .isEqualTo("quartier");
        assertThat(lire(vue.path("id").asString(), "?statut=EN_ERREUR&taille=1", instructeur)
                        .getBody()
                        .path("elements"))
                .hasSize(1);
    }

    @Test
    void ecrit_puis_se_corrige_et_la_meme_cle_n_importe_qu_une_fois() {
        String fichier = fichier("Q1", "Q99");
        HttpHeaders cle = new HttpHeaders();
        cle.set("Idempotency-Key", "cle-" + fichier.hashCode());

        ResponseEntity<JsonNode> ecrite = deposer("demandes-rsa", fichier, instructeur, cle);
        ResponseEntity<JsonNode> rejouee = deposer("demandes-rsa", fichier, instructeur, cle);

        JsonNode vue = ecrite.getBody();
        String id = vue.path("id").asString();
        assertThat(ecrite.getHeaders().getLocation()).hasPath("/api/v1/imports/" + id);
        assertThat(rejouee.getBody().path("id").asString()).isEqualTo(id);
        assertThat(vue.path("etat").asString()).isEqualTo("TERMINE");
        assertThat(vue.path("elements").path(0).path("dossier").asString()).startsWith("RSA-2026-");
        assertThat(vue.path("elements").path(0).path("libelle").asString()).isEqualTo("créée");
        assertRefus(deposer("demandes-rsa", fichier("Q1"), instructeur, cle), 422, "déjà servi");

        Map<String, Object> correction = Map.of(
                "version", vue.path("elements").path(1).path("version").asInt(), "valeurs", Map.of("quartier", "Q2"));
        ResponseEntity<JsonNode> corrigee = appeler(HttpMethod.PUT, "/" + id + "/lignes/3", correction, instructeur);
        assertThat(corrigee.getBody().path("ligne").path("ecrite").asBoolean()).isTrue();
        assertRefus(appeler(HttpMethod.PUT, "/" + id + "/lignes/3", correction, instructeur), 409, "déjà écrite");
    }

    @Test
    void une_simulation_s_ecrit_ou_s_abandonne() {
        String ecrite = simuler();
        String abandonnee = simuler();

        JsonNode vue = appeler(HttpMethod.POST, "/" + ecrite + "/ecriture", null, instructeur)
                .getBody();

        assertThat(vue.path("comptes").path("ecrites").asInt()).isEqualTo(1);
        assertRefus(appeler(HttpMethod.DELETE, "/" + ecrite, null, instructeur), 409, "ne s'abandonne plus");
        assertThat(appeler(HttpMethod.DELETE, "/" + abandonnee, null, instructeur)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertRefus(lire(abandonnee, "", instructeur), 404, "n'existe pas");
        assertThat(appeler(HttpMethod.GET, "?taille=200", null, instructeur)
                        .getBody()
                        .path("elements")
                        .findValuesAsString("id"))
                .contains(ecrite)
                .doesNotContain(abandonnee);
    }

    @Test
    void sans_attendre_l_avancement_se_relit() {
        HttpHeaders entetes = new HttpHeaders();
        entetes.set("Prefer", "respond-async, wait=0");

        ResponseEntity<JsonNode> reponse = deposer("demandes-rsa?simulation=true", fichier("Q1"), instructeur, entetes);

        assertThat(reponse.getStatusCode().value()).isIn(201, 202);
        String id = reponse.getBody().path("id").asString();
        Awaitility.await()
                .until(() -> lire(id, "", instructeur)
                        .getBody()
                        .path("avancement")
                        .path("termine")
                        .asBoolean());
    }

    @Test
    void chaque_refus_est_clair() {
        assertRefus(
                deposer("recettes", fichier("Q1"), instructeur),
                404,
                "Types connus : actions-du-pacte, annuaire, decisions-caf, demandes-rsa");
        assertRefus(deposer("demandes-rsa", "%PDF-1.7", instructeur), 415, "n'est pas un tableau");
        assertRefus(deposer("demandes-rsa", "nom;age\nFictif;12\n", instructeur), 422, "Il manque les colonnes");
        assertRefus(deposer("demandes-rsa", "", instructeur), 422, "vide");
        assertRefus(appeler(HttpMethod.POST, "/demandes-rsa", Map.of(), instructeur), 415, "multipart");
        assertRefus(appeler(HttpMethod.POST, "/recettes", Map.of(), instructeur), 404, "Types connus");
        assertRefus(lire("pas-un-id", "", instructeur), 404, "n'existe pas");
        assertRefus(lire("00000000-0000-0000-0000-000000000000", "", instructeur), 404, "n'existe pas");
        char[] gros = new char[10 * 1024 * 1024 + 100];
        Arrays.fill(gros, 'a');
        assertRefus(deposer("demandes-rsa", new String(gros), instructeur), 413, "10 Mo");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACCUEIL", "INSTRUCTEUR", "ALI", "RESPONSABLE_ANTENNE", "RESPONSABLE_DISPOSITIFS", "PILOTE"})
    void les_autres_roles_n_importent_rien(Role role) {
        String autre = monde.agent(role, "KLEBER").identifiant();

        assertRefus(deposer("demandes-rsa", fichier("Q1"), autre), 403, "rôle");
        assertRefus(appeler(HttpMethod.GET, "", null, autre), 403, "rôle");
    }

    @Test
    void l_accueil_n_importe_pas_les_decisions_de_la_caf_et_une_autre_antenne_ne_voit_rien() {
        String accueil = monde.agent(Role.ACCUEIL, "KLEBER").identifiant();
        String ailleurs = monde.agent(Role.INSTRUCTEUR, "BLOSNE").identifiant();
        String id = simuler();

        assertRefus(deposer("decisions-caf", "numero\n1", accueil), 403, "réservée");
        assertThat(lire(id, "", accueil).getStatusCode().value()).isEqualTo(200);
        assertRefus(lire(id, "", ailleurs), 404, "n'existe pas");
        assertRefus(appeler(HttpMethod.GET, "/" + id + "/lignes/2", null, ailleurs), 404, "n'existe pas");
        assertRefus(appeler(HttpMethod.POST, "/" + id + "/ecriture", null, ailleurs), 404, "n'existe pas");
        assertRefus(appeler(HttpMethod.DELETE, "/" + id, null, ailleurs), 404, "n'existe pas");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESPONSABLE_DISPOSITIFS", "PILOTE"})
    void qui_tient_l_annuaire_n_importe_pas_de_demandes(Role role) {
        String autre = monde.agent(role, "KLEBER").identifiant();

        assertRefus(deposer("demandes-rsa", fichier("Q1"), autre), 403, "réservée");
        assertRefus(lire(simuler(), "", autre), 404, "n'existe pas");
    }

    private String simuler() {
        return deposer("demandes-rsa?simulation=true", fichier("Q1"), instructeur)
                .getBody()
                .path("id")
                .asString();
    }

    private static void assertRefus(ResponseEntity<JsonNode> reponse, int statut, String detail) {
        assertThat(reponse.getStatusCode().value()).as("%s", reponse.getBody()).isEqualTo(statut);
        assertThat(reponse.getBody().path("detail").asString()).contains(detail);
        assertThat(reponse.getBody().path("title").asString()).isNotBlank();
    }

    private ResponseEntity<JsonNode> lire(String id, String suite, String agent) {
        return appeler(HttpMethod.GET, "/" + id + suite, null, agent);
    }

    private ResponseEntity<JsonNode> appeler(HttpMethod methode, String chemin, Object corps, String agent) {
        return http.withBasicAuth(agent, Monde.MOT_DE_PASSE)
                .exchange("/api/v1/imports" + chemin, methode, new HttpEntity<>(corps), JsonNode.class);
    }

    private ResponseEntity<JsonNode> deposer(String chemin, String contenu, String agent) {
        return deposer(chemin, contenu, agent, new HttpHeaders());
    }

    private ResponseEntity<JsonNode> deposer(String chemin, String contenu, String agent, HttpHeaders entetes) {
        HttpHeaders tous = new HttpHeaders();
        tous.putAll(entetes);
        tous.setContentType(MediaType.MULTIPART_FORM_DATA);
        MultiValueMap<String, Object> corps = new LinkedMultiValueMap<>();
        corps.add("fichier", new ByteArrayResource(contenu.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "essai.csv";
            }
        });
        return http.withBasicAuth(agent, Monde.MOT_DE_PASSE)
                .postForEntity("/api/v1/imports/" + chemin, new HttpEntity<>(corps, tous), JsonNode.class);
    }

    private static String fichier(String... quartiers) {
        StringBuilder fichier = new StringBuilder(
                "civilite;nom;prenoms;date_naissance;adresse;quartier;canal;date_depot;nationalite\n");
        for (String quartier : quartiers) {
            fichier.append("M;Parlapi-Fictif")
                    .append(SUIVANT.incrementAndGet())
                    .append(";Ali;02/11/1979;1 place du Modèle;")
                    .append(quartier)
                    .append(";en ligne;14/04/2026;FR\n");
        }
        return fichier.toString();
    }
}
