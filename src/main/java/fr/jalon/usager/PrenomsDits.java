package fr.jalon.usager;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** First names in JSON: null says that the person has none, and is then the empty text; absent says that nobody asked. */
final class PrenomsDits extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    PrenomsDits() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser lecteur, DeserializationContext contexte) {
        return lecteur.hasToken(JsonToken.VALUE_STRING)
                ? lecteur.getString()
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
