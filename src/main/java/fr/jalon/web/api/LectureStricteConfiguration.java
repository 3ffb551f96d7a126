package fr.jalon.web.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON read as it is written: a key twice, a number for a text, a text for a number, 40.7 for an age or a list for a date is a
 * fault that is told, never a value that Jalon guesses.
 */
@Configuration(proxyBeanMethods = false)
class LectureStricteConfiguration {

    @Bean
    JsonMapperBuilderCustomizer lectureStricte() {
        return LectureStricteConfiguration::rendreStricte;
    }

    private static void rendreStricte(JsonMapper.Builder json) {
        SimpleModule dates = new SimpleModule("dates-strictes");
        dates.addDeserializer(LocalDate.class, new DateStricte());
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // Absent is null here, also where a record has a primitive: what must be given is checked with its own
                // words
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // What is written is read by people: the order of the record, not that of the alphabet
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .addModule(dates);
        refuser(
                json,
                LogicalType.Textual,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        for (LogicalType nombre : List.of(LogicalType.Integer, LogicalType.Float)) {
            refuser(
                    json,
                    nombre,
                    CoercionInputShape.String,
                    CoercionInputShape.EmptyString,
                    CoercionInputShape.Boolean);
        }
        refuser(
                json,
                LogicalType.Boolean,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.String,
                CoercionInputShape.EmptyString);
    }

    private static void refuser(JsonMapper.Builder json, LogicalType type, CoercionInputShape... formes) {
        json.withCoercionConfig(type, c -> {
            for (CoercionInputShape forme : formes) {
                c.setCoercion(forme, CoercionAction.Fail);
            }
        });
    }

    /** A date is the text 2026-05-31, of a day that exists. */
    private static final class DateStricte extends StdScalarDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        DateStricte() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser lecteur, DeserializationContext contexte) {
            if (!lecteur.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) contexte.handleUnexpectedToken(LocalDate.class, lecteur);
            }
            String texte = lecteur.getString();
            try {
                return LocalDate.parse(texte);
            } catch (DateTimeParseException e) {
                return (LocalDate) contexte.handleWeirdStringValue(LocalDate.class, texte, "date attendue");
            }
        }
    }
}
