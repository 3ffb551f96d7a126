package fr.jalon.moteur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The Camunda Forms that travel with the application, for the screens that show one outside of a task. */
public final class FormulairesLivres {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Resource> FICHIERS = fichiers();
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
        return FICHIERS.containsKey(id);
    }

    private static JsonNode lire(String id) {
        try (InputStream fichier = FICHIERS.get(id).getInputStream()) {
            return JSON.readTree(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By bare name: whatever folder a form lies in. */
    private static Map<String, Resource> fichiers() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:modeles/forms/*/*.form"))
                    .collect(Collectors.toUnmodifiableMap(
                            f -> f.getFilename().replace(".form", ""), Function.identity(), (un, autre) -> un));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
