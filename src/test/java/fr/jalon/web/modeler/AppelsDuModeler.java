package fr.jalon.web.modeler;

import fr.jalon.essais.Monde;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The calls of Camunda Modeler, written by hand on a plain client, with its limit of five seconds. */
final class AppelsDuModeler {

    private static final Duration LIMITE = Duration.ofSeconds(5);
    private static final String LIMITE_DES_PARTIES = "----WebKitFormBoundaryJalon7";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String autorisation;

    AppelsDuModeler(Monde monde, String autorisation) {
        this.base = "http://127.0.0.1:" + monde.bean(Environment.class).getRequiredProperty("local.server.port");
        this.autorisation = autorisation;
    }

    static String basic(String identifiant) {
        return basic(identifiant, Monde.MOT_DE_PASSE);
    }

    static String basic(String identifiant, String motDePasse) {
        return "Basic "
                + Base64.getEncoder().encodeToString((identifiant + ":" + motDePasse).getBytes(StandardCharsets.UTF_8));
    }

    record Reponse(int statut, JsonNode json, HttpResponse<String> brute) {}

    Reponse get(String chemin) {
        return envoyer(requete(chemin).GET().build());
    }

    Reponse post(String chemin, String json) {
        return envoyer(requete(chemin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** The form of the Modeler: its fields, then a part named by its file for each. */
    Reponse deposer(String nom, Map<String, byte[]> fichiers) {
        Map<String, String> champs = new LinkedHashMap<>();
        champs.put("deployment-name", nom);
        champs.put("deployment-source", "Camunda Modeler");
        champs.put("enable-duplicate-filtering", "true");
        ByteArrayOutputStream corps = new ByteArrayOutputStream();
        champs.forEach((champ, valeur) -> ecrire(
                corps,
                "--" + LIMITE_DES_PARTIES + "\r\nContent-Disposition: form-data; name=\"" + champ + "\"\r\n\r\n"
                        + valeur + "\r\n"));
        fichiers.forEach((fichier, octets) -> {
            ecrire(
                    corps,
                    "--" + LIMITE_DES_PARTIES + "\r\nContent-Disposition: form-data; name=\"" + fichier
                            + "\"; filename=\"" + fichier + "\"\r\nContent-Type: text/xml\r\n\r\n");
            corps.writeBytes(octets);
            ecrire(corps, "\r\n");
        });
        ecrire(corps, "--" + LIMITE_DES_PARTIES + "--\r\n");
        return multipart("/engine-rest/deployment/create", corps.toByteArray());
    }

    /** The form of our own interface: every file under the same name. */
    Reponse parties(String chemin, Map<String, byte[]> fichiers) {
        ByteArrayOutputStream corps = new ByteArrayOutputStream();
        fichiers.forEach((fichier, octets) -> {
            ecrire(
                    corps,
                    "--" + LIMITE_DES_PARTIES + "\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\""
                            + fichier + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            corps.writeBytes(octets);
            ecrire(corps, "\r\n");
        });
        ecrire(corps, "--" + LIMITE_DES_PARTIES + "--\r\n");
        return multipart(chemin, corps.toByteArray());
    }

    private Reponse multipart(String chemin, byte[] corps) {
        return envoyer(requete(chemin)
                .header("Content-Type", "multipart/form-data; boundary=" + LIMITE_DES_PARTIES)
                .POST(HttpRequest.BodyPublishers.ofByteArray(corps))
                .build());
    }

    private static void ecrire(ByteArrayOutputStream corps, String texte) {
        corps.writeBytes(texte.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder requete(String chemin) {
        HttpRequest.Builder requete =
                HttpRequest.newBuilder(URI.create(base + chemin)).timeout(LIMITE);
        return autorisation == null ? requete : requete.header("Authorization", autorisation);
    }

    private Reponse envoyer(HttpRequest requete) {
        try {
            HttpResponse<String> reponse = client.send(requete, HttpResponse.BodyHandlers.ofString());
            String texte = reponse.body();
            return new Reponse(
                    reponse.statusCode(), texte.isBlank() ? JSON.createObjectNode() : JSON.readTree(texte), reponse);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
