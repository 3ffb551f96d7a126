package fr.jalon.usager;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** First names in JSON: null says that the person has none, and is then the empty text; absent says that nobody asked. */
final class PrenomsDits extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    PrenomsDits() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser lecteur, DeserializationContext contexte) throws IOException {
        return lecteur.hasToken(JsonToken.VALUE_STRING)
                ? lecteur.getText()
                : (String) contexte.handleUnexpectedToken(String.class, lecteur);
    }

    @Override
    public String getNullValue(DeserializationContext contexte) {
        return "";
    }

    @Override
    public Object getAbsentValue(DeserializationContext contexte) {
        return null;
    }
}
