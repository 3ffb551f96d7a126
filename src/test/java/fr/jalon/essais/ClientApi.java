package fr.jalon.essais;

import fr.jalon.agent.Agent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A program that calls Jalon over HTTP: no cookie, no redirect followed, every header visible. */
public final class ClientApi {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String racine;
    private final Map<String, String> entetes;

    private ClientApi(String racine, Map<String, String> entetes) {
        this.racine = racine;
        this.entetes = entetes;
    }

    /** Without any identity. */
    public static ClientApi anonyme(int port) {
        return new ClientApi("http://127.0.0.1:" + port, Map.of());
    }

    public static ClientApi anonyme(Monde monde) {
        return anonyme(monde.bean(org.springframework.core.env.Environment.class)
                .getRequiredProperty("local.server.port", Integer.class));
    }

    public ClientApi basic(String identifiant, String motDePasse) {
        return avec(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((identifiant + ":" + motDePasse).getBytes(StandardCharsets.UTF_8)));
    }

    public ClientApi comme(Agent agent) {
        return basic(agent.identifiant(), Monde.MOT_DE_PASSE);
    }

    public ClientApi jeton(String jeton) {
        return avec("Authorization", "Bearer " + jeton);
    }

    public ClientApi avec(String nom, String valeur) {
        Map<String, String> plus = new LinkedHashMap<>(entetes);
        plus.put(nom, valeur);
        return new ClientApi(racine, plus);
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Reponse(int statut, HttpHeaders entetes, byte[] octets) {

        public String texte() {
            return new String(octets, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(octets);
            } catch (JacksonException e) {
                throw new IllegalStateException("réponse " + statut + " illisible : " + texte(), e);
            }
        }

        public String entete(String nom) {
            return entetes.firstValue(nom).orElse("");
        }
    }

    public Reponse get(String chemin) {
        return appeler("GET", chemin, null, null);
    }

    public Reponse post(String chemin, String json) {
        return appeler(
                "POST", chemin, "application/json", json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8));
    }

    /** A form with one file, as browsers and programs send it. */
    public Reponse deposer(String chemin, String type, String nomDuFichier, byte[] octets) {
        String borne = "----jalon-essai-7d9f";
        ByteArrayOutputStream corps = new ByteArrayOutputStream();
        if (type != null) {
            ecrire(corps, "--" + borne + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n" + type + "\r\n");
        }
        if (octets != null) {
            ecrire(
                    corps,
                    "--" + borne + "\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"" + nomDuFichier
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            corps.writeBytes(octets);
            ecrire(corps, "\r\n");
        }
        ecrire(corps, "--" + borne + "--\r\n");
        return appeler("POST", chemin, "multipart/form-data; boundary=" + borne, corps.toByteArray());
    }

    public Reponse appeler(String methode, String chemin, String type, byte[] corps) {
        return envoyer(
                methode, chemin, type, corps == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(corps));
    }

    private Reponse envoyer(String methode, String chemin, String type, HttpRequest.BodyPublisher corps) {
        HttpRequest.Builder demande =
                HttpRequest.newBuilder(URI.create(racine + chemin)).timeout(Duration.ofSeconds(60));
        entetes.forEach(demande::header);
        if (type != null) {
            demande.header("Content-Type", type);
        }
        demande.method(methode, corps);
        try {
            HttpResponse<byte[]> reponse = HTTP.send(demande.build(), BodyHandlers.ofByteArray());
            return new Reponse(reponse.statusCode(), reponse.headers(), reponse.body());
        } catch (IOException e) {
            throw new UncheckedIOException(methode + " " + chemin, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A body whose length is not announced. */
    public Reponse envoyerParMorceaux(String chemin, byte[] corps) {
        return envoyer(
                "POST",
                chemin,
                "application/json",
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(corps)));
    }

    private static void ecrire(ByteArrayOutputStream corps, String texte) {
        corps.writeBytes(texte.getBytes(StandardCharsets.UTF_8));
    }
}
