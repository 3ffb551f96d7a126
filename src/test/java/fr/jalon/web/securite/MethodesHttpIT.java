package fr.jalon.web.securite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Role;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.Francais;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.web.securite.Routes.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** HEAD, OPTIONS, TRACE and what is no method, over every route of the table; JSON and nothing else over the API. */
@JalonIT
class MethodesHttpIT {

    private static final String YAML = "mois: 2026-05\nadultes: []\n";

    @Autowired
    private Monde monde;

    @Autowired
    private Routes routes;

    @LocalServerPort
    private int port;

    private static String chemin(Route route) {
        return route.chemin().getPatternString().replace("/**", "/x").replaceAll("\\{[^}]+}+", "absent");
    }

    private Set<String> permises(String chemin) {
        Set<String> noms = new TreeSet<>(Set.of("OPTIONS"));
        routes.methodes(chemin).forEach(m -> noms.add(m.name()));
        if (noms.contains("GET")) {
            noms.add("HEAD");
        }
        return noms;
    }

    @Test
    void options_dit_sans_compte_ce_que_chaque_chemin_connait() {
        ClientApi client = ClientApi.anonyme(port);
        for (Route route : routes.toutes()) {
            Reponse reponse = client.appeler("OPTIONS", chemin(route), null, null);
            assertThat(reponse.statut()).as(route.toString()).isEqualTo(204);
            assertThat(new TreeSet<>(Arrays.asList(reponse.entete("Allow").split(", "))))
                    .as(route.toString())
                    .isEqualTo(permises(chemin(route)));
            assertThat(reponse.octets()).isEmpty();
            assertThat(reponse.entete("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(client.appeler("OPTIONS", "/api/v1/rien", null, null).statut())
                .isEqualTo(401);
    }

    @Test
    void trace_et_ce_qui_n_est_pas_une_methode_sont_refuses_sur_chaque_chemin() throws IOException {
        ClientApi client = ClientApi.anonyme(port);
        for (Route route : routes.toutes()) {
            for (String methode : List.of("TRACE", "PROPFIND", "get")) {
                Reponse reponse = client.avec("X-Espion", "reste-ici").appeler(methode, chemin(route), null, null);
                assertThat(reponse.statut()).as(methode + " " + route).isEqualTo(405);
                assertThat(reponse.entete("Allow")).contains("OPTIONS");
                assertThat(reponse.texte()).doesNotContain("reste-ici");
                assertThat(reponse.entete("Content-Security-Policy")).isNotEmpty();
                if (chemin(route).startsWith("/api/")) {
                    Francais.verifierRefus(reponse, 405);
                }
            }
        }
    }

    /** The server would throw at whoever reads a parameter first, with what was typed in its message. */
    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "q=%", "%=1", "=1", "a=1&=2", "q=%E9", "q=%C3%28"})
    void des_parametres_illisibles_sont_refuses_partout(String parametres) throws IOException {
        for (String adresse :
                List.of("/connexion", "/dossiers", "/offres", "/api/v1/annuaire/offres", "/lib/jalon.css")) {
            String reponse = Brut.reponse(
                    port, "GET " + adresse + "?" + parametres + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(reponse).as(adresse).startsWith("HTTP/1.1 400").contains("nosniff");
        }
        Reponse formulaire = ClientApi.anonyme(port)
                .appeler(
                        "POST",
                        "/connexion",
                        "application/x-www-form-urlencoded",
                        parametres.getBytes(StandardCharsets.US_ASCII));
        assertThat(formulaire.statut()).isEqualTo(400);
    }

    @Test
    void head_repond_comme_get_sans_corps() {
        for (Route route : routes.toutes()) {
            boolean lecture = route.methode().equals(HttpMethod.GET)
                    && chemin(route).startsWith("/api/v1/")
                    && !chemin(route).contains("absent");
            if (!lecture) {
                continue;
            }
            Role role = Arrays.stream(Role.values())
                    .filter(r -> route.acces().permet(Set.of(r)))
                    .findFirst()
                    .orElseThrow();
            ClientApi client = ClientApi.anonyme(port).comme(monde.agent(role, "KLEBER"));
            Reponse get = client.get(chemin(route));
            Reponse head = client.appeler("HEAD", chemin(route), null, null);
            assertThat(head.statut()).as(route.toString()).isEqualTo(get.statut());
            assertThat(head.entete("Content-Type")).as(route.toString()).isEqualTo(get.entete("Content-Type"));
            assertThat(head.octets()).isEmpty();
        }
        Reponse page = ClientApi.anonyme(port).appeler("HEAD", "/connexion", null, null);
        assertThat(page.statut()).isEqualTo(200);
        assertThat(page.octets()).isEmpty();
    }

    @Test
    void un_chemin_connu_avec_une_autre_methode_dit_lesquelles_il_a() {
        ClientApi client = ClientApi.anonyme(port).comme(monde.instructeur());
        Reponse refus = client.appeler("DELETE", "/api/v1/dossiers", null, null);
        Francais.verifierRefus(refus, 405);
        assertThat(refus.entete("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void l_api_ne_lit_et_n_ecrit_que_du_json() {
        ClientApi client = ClientApi.anonyme(port).comme(monde.instructeur());
        for (Route route : routes.toutes()) {
            boolean ecriture = Set.of("POST", "PUT").contains(route.methode().name())
                    && chemin(route).startsWith("/api/v1/")
                    && route.acces().permet(Set.of(Role.INSTRUCTEUR));
            if (!ecriture) {
                continue;
            }
            for (String type : List.of(
                    "application/yaml", "application/x-yaml", "application/cbor", "application/x-jackson-smile")) {
                Reponse reponse = client.appeler(
                        route.methode().name(), chemin(route), type, YAML.getBytes(StandardCharsets.UTF_8));
                assertThat(reponse.statut())
                        .as(type + " " + route + " " + reponse.texte())
                        .isIn(404, 415);
            }
        }
        Francais.verifierRefus(
                client.appeler(
                        "POST", "/api/v1/simulations/rsa", "application/yaml", YAML.getBytes(StandardCharsets.UTF_8)),
                415);
        Francais.verifierRefus(client.avec("Accept", "application/yaml").get("/api/v1/dossiers"), 406);
    }

    @Test
    void un_en_tete_qui_n_est_pas_de_l_ascii_est_lu_ou_refuse_jamais_une_panne() throws IOException {
        ClientApi client = ClientApi.anonyme(port).comme(monde.instructeur());
        for (String nom : List.of("Idempotency-Key", "Prefer", "Accept", "Accept-Language", "User-Agent", "Referer")) {
            for (String valeur : List.of("clé-été", "l’apostrophe", "🙂", "\u0080\u009f")) {
                String octets = new String(valeur.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                int statut = Brut.statut(
                        port,
                        "POST /api/v1/simulations/rsa HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                                + Brut.basic(monde.instructeur().identifiant()) + "\r\n" + nom + ": " + octets
                                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
                assertThat(statut).as(nom + " " + valeur).isIn(406, 422);
            }
        }
        assertThat(client.get("/api/v1/dossiers").statut()).isEqualTo(200);
    }

    @Test
    void une_cle_d_idempotence_accentuee_est_une_cle() throws IOException {
        String personne =
                "{\"civilite\":\"MME\",\"nom\":\"Inventée\",\"prenoms\":\"Zoé\",\"dateNaissance\":\"1990-04-02\","
                        + "\"adresse\":\"3 allée Imaginaire\"}";
        byte[] corps = personne.getBytes(StandardCharsets.UTF_8);
        String cle = new String("clé-du-2-juin-’🙂".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String demande = "POST /api/v1/usagers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + Brut.basic(monde.instructeur().identifiant()) + "\r\nIdempotency-Key: " + cle
                + "\r\nContent-Type: application/json\r\nContent-Length: " + corps.length + "\r\n\r\n"
                + new String(corps, StandardCharsets.ISO_8859_1);
        String premiere = Brut.reponse(port, demande);
        String seconde = Brut.reponse(port, demande);
        assertThat(premiere).startsWith("HTTP/1.1 201");
        assertThat(seconde).startsWith("HTTP/1.1 201");
        assertThat(Brut.corps(seconde)).isEqualTo(Brut.corps(premiere));
    }
}
