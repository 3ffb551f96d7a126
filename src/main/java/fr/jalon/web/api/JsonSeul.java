package fr.jalon.web.api;

import fr.jalon.commun.TexteSaisi;
import fr.jalon.commun.Textes;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.jackson.JsonNodeDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.jdk.UntypedObjectDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.type.LogicalType;

/**
 * What comes in by the API: JSON and nothing else, whatever formats the libraries of the class path could read besides; no field
 * that the call does not know, because what it says would be lost; no text that breaks the rule of {@link TexteSaisi}. What Jalon
 * wrote itself, and reads back from the database, is not held to it.
 */
@Configuration(proxyBeanMethods = false)
class JsonSeul implements WebMvcConfigurer {

    /** Ends of the media types that a library of the class path may bring a reader for. */
    private static final Set<String> AUTRES_FORMATS = Set.of("yaml", "xml", "cbor", "smile");

    private final JsonMapper json;

    JsonSeul(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder convertisseurs) {
        convertisseurs
                .withJsonConverter(new JacksonJsonHttpMessageConverter(strict(json)))
                .configureMessageConvertersList(liste -> liste.removeIf(JsonSeul::litUnAutreFormat));
    }

    private static boolean litUnAutreFormat(HttpMessageConverter<?> convertisseur) {
        return convertisseur.getSupportedMediaTypes().stream()
                .anyMatch(type -> AUTRES_FORMATS.stream().anyMatch(type.getSubtype()::endsWith));
    }

    private static JsonMapper strict(JsonMapper json) {
        SimpleModule textes = new SimpleModule("textes-saisis");
        textes.addDeserializer(String.class, new TexteStrict());
        textes.addDeserializer(JsonNode.class, new NoeudStrict());
        // The answers of a form and the inputs of a table: whoever knows their names checks them, and names the faulty
        // one.
        textes.addDeserializer(Object.class, new TelQuel());
        return json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(textes)
                .build();
    }

    /** A text of the body that nobody could have meant to write. */
    static final class TexteIllisible extends DatabindException {

        private static final long serialVersionUID = 1L;

        TexteIllisible(JsonParser lecteur) {
            super(lecteur, TexteSaisi.ILLISIBLE);
        }
    }

    private static final class TexteStrict extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        TexteStrict() {
            super(String.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }

        @Override
        public String deserialize(JsonParser lecteur, DeserializationContext contexte) {
            String texte = StringDeserializer.instance.deserialize(lecteur, contexte);
            if (texte != null && !Textes.lisible(texte)) {
                throw new TexteIllisible(lecteur);
            }
            return texte;
        }
    }

    /** What has no type of its own, read without the rule of texts. */
    private static final class TelQuel extends StdDeserializer<Object> {

        private static final long serialVersionUID = 1L;

        private final transient UntypedObjectDeserializer suite =
                new UntypedObjectDeserializer((JavaType) null, (JavaType) null);

        TelQuel() {
            super(Object.class);
        }

        @Override
        public Object deserialize(JsonParser lecteur, DeserializationContext contexte) {
            return suite.deserialize(lecteur, contexte);
        }
    }

    private static final class NoeudStrict extends StdScalarDeserializer<JsonNode> {

        private static final long serialVersionUID = 1L;

        NoeudStrict() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode getNullValue(DeserializationContext contexte) {
            return NullNode.getInstance();
        }

        @Override
        public JsonNode deserialize(JsonParser lecteur, DeserializationContext contexte) {
            JsonNode noeud =
                    JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(lecteur, contexte);
            verifier(noeud, lecteur);
            return noeud;
        }

        private static void verifier(JsonNode noeud, JsonParser lecteur) throws TexteIllisible {
            if (noeud.isString() && !Textes.lisible(noeud.stringValue())) {
                throw new TexteIllisible(lecteur);
            }
            if (noeud.isArray()) {
                for (int i = 0; i < noeud.size(); i++) {
                    situer(noeud.get(i), lecteur, i, noeud);
                }
            }
            for (var champ : noeud.properties()) {
                try {
                    verifier(champ.getValue(), lecteur);
                } catch (TexteIllisible e) {
                    e.prependPath(noeud, champ.getKey());
                    throw e;
                }
            }
        }

        private static void situer(JsonNode element, JsonParser lecteur, int rang, JsonNode liste)
                throws TexteIllisible {
            try {
                verifier(element, lecteur);
            } catch (TexteIllisible e) {
                e.prependPath(liste, rang);
                throw e;
            }
        }
    }
}
