package fr.jalon.moteur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The Camunda Forms that travel with the application, for the screens that show one outside of a task. */
public final class FormulairesLivres {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> LUS = new ConcurrentHashMap<>();

    private FormulairesLivres() {}

    /**
     * A form as its file is.
     *
     * @param id its name, for example {@code levier-sante}; never what somebody typed
     */
    public static JsonNode schema(String id) {
        return LUS.computeIfAbsent(id, FormulairesLivres::lire);
    }

    /** Whether a form of that name travels with the application. */
    public static boolean existe(String id) {
        return FormulairesLivres.class.getResource("/modeles/forms/" + id + ".form") != null;
    }

    private static JsonNode lire(String id) {
        try (InputStream fichier = FormulairesLivres.class.getResourceAsStream("/modeles/forms/" + id + ".form")) {
            return JSON.readTree(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
