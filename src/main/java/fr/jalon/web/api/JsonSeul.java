package fr.jalon.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import fr.jalon.commun.TexteSaisi;
import fr.jalon.commun.Textes;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What comes in by the API: JSON and nothing else, whatever formats the libraries of the class path could read besides; no field
 * that the call does not know, because what it says would be lost; no text that breaks the rule of {@link TexteSaisi}. What Jalon
 * wrote itself, and reads back from the database, is not held to it.
 */
@Configuration(proxyBeanMethods = false)
class JsonSeul implements WebMvcConfigurer {

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> convertisseurs) {
        convertisseurs.removeIf(c -> c instanceof AbstractJackson2HttpMessageConverter
                && !(c instanceof MappingJackson2HttpMessageConverter));
        for (HttpMessageConverter<?> convertisseur : convertisseurs) {
            if (convertisseur instanceof MappingJackson2HttpMessageConverter json) {
                json.setObjectMapper(strict(json.getObjectMapper()));
            }
        }
    }

    private static ObjectMapper strict(ObjectMapper json) {
        SimpleModule textes = new SimpleModule("textes-saisis");
        textes.addDeserializer(String.class, new TexteStrict());
        textes.addDeserializer(JsonNode.class, new NoeudStrict());
        // The answers of a form and the inputs of a table: whoever knows their names checks them, and names the faulty
        // one.
        textes.addDeserializer(Object.class, new TelQuel());
        return json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .registerModule(textes);
    }

    /** A text of the body that nobody could have meant to write. */
    static final class TexteIllisible extends JsonMappingException {

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
        public String deserialize(JsonParser lecteur, DeserializationContext contexte) throws IOException {
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
        public Object deserialize(JsonParser lecteur, DeserializationContext contexte) throws IOException {
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
        public JsonNode deserialize(JsonParser lecteur, DeserializationContext contexte) throws IOException {
            JsonNode noeud =
                    JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(lecteur, contexte);
            verifier(noeud, lecteur);
            return noeud;
        }

        private static void verifier(JsonNode noeud, JsonParser lecteur) throws TexteIllisible {
            if (noeud.isTextual() && !Textes.lisible(noeud.textValue())) {
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
