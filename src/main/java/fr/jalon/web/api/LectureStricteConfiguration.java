package fr.jalon.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * JSON read as it is written: a key twice, a number for a text, a text for a number, 40.7 for an age or a list for a date is a
 * fault that is told, never a value that Jalon guesses.
 */
@Configuration(proxyBeanMethods = false)
class LectureStricteConfiguration {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer lectureStricte() {
        return builder -> builder.featuresToEnable(
                        JsonParser.Feature.STRICT_DUPLICATE_DETECTION, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .deserializerByType(LocalDate.class, new DateStricte())
                .postConfigurer(LectureStricteConfiguration::refuserLesConversions);
    }

    private static void refuserLesConversions(ObjectMapper json) {
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

    private static void refuser(ObjectMapper json, LogicalType type, CoercionInputShape... formes) {
        for (CoercionInputShape forme : formes) {
            json.coercionConfigFor(type).setCoercion(forme, CoercionAction.Fail);
        }
    }

    /** A date is the text 2026-05-31, of a day that exists. */
    private static final class DateStricte extends StdScalarDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        DateStricte() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser lecteur, DeserializationContext contexte) throws IOException {
            if (!lecteur.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) contexte.handleUnexpectedToken(LocalDate.class, lecteur);
            }
            String texte = lecteur.getText();
            try {
                return LocalDate.parse(texte);
            } catch (DateTimeParseException e) {
                return (LocalDate) contexte.handleWeirdStringValue(LocalDate.class, texte, "date attendue");
            }
        }
    }
}
